import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** Tomcat and Jetty with one servlet, {@code /WAY?kind=N}: burns, on whatever threads that way leads to. */
public final class BurnServer extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Ways.Way> ways = new TreeMap<>();

    private BurnServer(int brokerPort) throws Exception {
        ways.put("ServerThread", new Ways.ServerThread());
        ways.put("Pool", new Ways.Pool());
        ways.put("Futures", new Ways.Futures());
        ways.put("Reactor", new Ways.Reactor());
        ways.put("TomcatAsync", new Ways.TomcatAsync());
        ways.put("JettyAsync", new Ways.JettyAsync());
        ways.put("VirtualThreads", new Ways.VirtualThreads());
        ways.put("Consumers", new Ways.Consumers(brokerPort));
    }

    /** @param args working folder, port of the broker */
    public static void main(String[] args) throws Exception {
        Database.prepare();
        BurnServer servlet = new BurnServer(Integer.parseInt(args[1]));
        System.out.println("tomcat " + tomcat(servlet, new File(args[0])));
        System.out.println("jetty " + jetty(servlet));
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static int tomcat(BurnServer servlet, File folder) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.getAbsolutePath());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.getAbsolutePath());
        Tomcat.addServlet(context, "burn", servlet).setAsyncSupported(true);
        servlet.ways.keySet().forEach(way -> context.addServletMappingDecoded("/" + way, "burn"));
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    private static int jetty(BurnServer servlet) throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder("burn", servlet);
        holder.setAsyncSupported(true);
        servlet.ways.keySet().forEach(way -> context.addServlet(holder, "/" + way));
        server.setHandler(context);
        server.start();
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            ways.get(request.getServletPath().substring(1)).serve(Integer.parseInt(request.getParameter("kind")), request);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
