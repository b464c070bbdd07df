import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Resources below {@code /app/} on the JDK's server. */
public final class JerseyServer {
    private JerseyServer() {
    }

    public static void main(String[] args) {
        HttpServer server = JdkHttpServerFactory.createHttpServer(URI.create("http://localhost:0/app/"),
                new ResourceConfig(Users.class));
        System.out.println("port " + server.getAddress().getPort());
    }

    /** Methods with and without a path of their own. */
    @Path("/users")
    public static final class Users {
        @GET
        public String all() {
            return "all";
        }

        @GET
        @Path("/{id}/orders/{order}")
        public String one(@PathParam("id") String id, @PathParam("order") String order) {
            return id + "-" + order;
        }

        @Path("/{id}/basket")
        public Basket basket(@PathParam("id") String id) {
            return new Basket();
        }
    }

    /** What a locator leads to. */
    public static final class Basket {
        @GET
        @Path("items/{item: [0-9]+}")
        public String item(@PathParam("item") String item) {
            return item;
        }
    }
}
