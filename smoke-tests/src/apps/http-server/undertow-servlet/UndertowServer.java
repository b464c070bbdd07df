import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletInfo;
import java.net.InetSocketAddress;

/** Undertow with the scenarios as servlets under {@code /app} and nothing at the root. */
public final class UndertowServer {
    private UndertowServer() {
    }

    public static void main(String[] args) throws Exception {
        Children.prepare();
        ServletInfo servlet = Servlets.servlet("scenarios", Scenarios.class).setAsyncSupported(true);
        servlet.addMappings(Mappings.ALL);
        DeploymentInfo deployment = Servlets.deployment().setClassLoader(UndertowServer.class.getClassLoader())
                .setContextPath("/app").setDeploymentName("app").addServlet(servlet)
                .addFilter(Servlets.filter("passing", PassingFilter.class).setAsyncSupported(true))
                .addFilterUrlMapping("passing", "/*", Mappings.REQUEST)
                .addErrorPage(Servlets.errorPage(Mappings.ERROR_PAGE, 410));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        Undertow server = Undertow.builder().addHttpListener(0, "localhost")
                .setHandler(Handlers.path().addPrefixPath("/app", manager.start())).build();
        server.start();
        InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        System.out.println("port " + address.getPort());
    }
}
