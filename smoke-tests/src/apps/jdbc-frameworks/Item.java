import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row as Hibernate knows it. */
@Entity
@Table(name = "hibernate_items")
public class Item {
    @Id
    public int id;

    public String name;
}
