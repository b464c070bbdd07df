import java.util.EnumSet;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.FilterRegistration;
import org.glassfish.grizzly.servlet.ServletRegistration;
import org.glassfish.grizzly.servlet.WebappContext;

/** Grizzly, the server of GlassFish, with the scenarios as servlets under {@code /app}. */
public final class GrizzlyServer {
    private GrizzlyServer() {
    }

    public static void main(String[] args) throws Exception {
        Children.prepare();
        WebappContext context = new WebappContext("app", "/app");
        ServletRegistration servlet = context.addServlet("scenarios", new Scenarios());
        servlet.addMapping(Mappings.ALL);
        servlet.setAsyncSupported(true);
        FilterRegistration filter = context.addFilter("passing", new PassingFilter());
        filter.addMappingForUrlPatterns(EnumSet.of(Mappings.REQUEST), "/*");
        filter.setAsyncSupported(true);
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("any", "localhost", 0));
        context.deploy(server);
        server.start();
        System.out.println("port " + server.getListener("any").getPort());
        Thread.currentThread().join(); // the server's threads are daemons
    }
}
