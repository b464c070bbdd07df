import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The resources of JAX-RS below {@code /app/} on the JDK's server. */
public final class JerseyServer {
    private JerseyServer() {
    }

    public static void main(String[] args) {
        HttpServer server = JdkHttpServerFactory.createHttpServer(URI.create("http://localhost:0/app/"),
                new ResourceConfig(Users.class));
        System.out.println("port " + server.getAddress().getPort());
    }
}
