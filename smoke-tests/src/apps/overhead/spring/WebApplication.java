import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot application with a web server and a database; ready when it has answered its first request. */
@EnableAutoConfiguration
@RestController
public class WebApplication {
    private final JdbcTemplate database;

    public WebApplication(JdbcTemplate database) {
        this.database = database;
    }

    @GetMapping("/answers/{id}")
    public String answer(@PathVariable("id") int id) {
        return "answer " + database.queryForObject("SELECT 6 * ?", Integer.class, id);
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("server.port", "0");
        System.setProperty("spring.main.banner-mode", "off");
        System.setProperty("spring.datasource.url", "jdbc:h2:mem:test");
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) SpringApplication.run(WebApplication.class, args);
        int port = context.getWebServer().getPort();
        HttpResponse<String> response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/answers/7")).build(),
                HttpResponse.BodyHandlers.ofString());
        System.out.println(response.body());
        Ready.tell();
        System.exit(response.statusCode() == 200 ? 0 : 1);
    }
}
