import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot application that asks its database three times for each hello. */
@EnableAutoConfiguration
@RestController
public class SpringHello {
    private final JdbcTemplate database;

    public SpringHello(JdbcTemplate database) {
        this.database = database;
    }

    @GetMapping("/hello/{name}")
    public byte[] hello(@PathVariable("name") String name) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += database.queryForObject("SELECT 6 * ?", Integer.class, i);
        }
        return ("hello " + name + " " + sum).getBytes(StandardCharsets.US_ASCII);
    }

    @GetMapping("/spent")
    public byte[] spent() {
        return Spent.soFar();
    }

    public static void main(String[] args) {
        System.setProperty("server.port", "0");
        System.setProperty("server.tomcat.max-keep-alive-requests", "-1");
        System.setProperty("spring.main.banner-mode", "off");
        System.setProperty("spring.datasource.url", "jdbc:h2:mem:test");
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) SpringApplication.run(SpringHello.class, args);
        System.out.println("port " + context.getWebServer().getPort());
    }
}
