import java.io.File;
import java.util.Set;
import jakarta.ws.rs.core.Application;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;

/** The resources of JAX-RS below {@code /app/api} as a servlet on Tomcat. */
public final class ResteasyServer {
    private ResteasyServer() {
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(new File(args[0]).getAbsolutePath());
        tomcat.setPort(0);
        tomcat.getConnector();
        Context context = tomcat.addContext("/app", new File(args[0]).getAbsolutePath());
        Wrapper wrapper = Tomcat.addServlet(context, "resources", new HttpServletDispatcher());
        wrapper.addInitParameter("jakarta.ws.rs.Application", Resources.class.getName());
        wrapper.addInitParameter("resteasy.servlet.mapping.prefix", "/api");
        context.addServletMappingDecoded("/api/*", "resources");
        tomcat.start();
        System.out.println("port " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    public static final class Resources extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Users.class);
        }
    }
}
