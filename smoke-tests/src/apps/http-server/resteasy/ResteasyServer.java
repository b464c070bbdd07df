import java.io.File;
import java.util.Set;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;

/** Resources below {@code /app/api} as a servlet on Tomcat. */
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

    /** All there is. */
    public static final class Resources extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Users.class);
        }
    }

    /** Methods with and without a path of their own, and a sub-resource. */
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
        @Path("items/{item}")
        public String item(@PathParam("item") String item) {
            return item;
        }
    }
}
