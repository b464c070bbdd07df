import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the locator of {@link Users} leads to. */
public final class Basket {
    @GET
    @Path("items/{item: [0-9]+}")
    public String item(@PathParam("item") String item) {
        return item;
    }
}
