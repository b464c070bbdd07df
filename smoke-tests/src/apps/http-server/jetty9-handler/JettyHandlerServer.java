import java.io.IOException;
import java.io.OutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;

/** Jetty 9 to 11 with one handler for every behaviour, and no servlet. */
public final class JettyHandlerServer extends AbstractHandler {
    public static void main(String[] args) throws Exception {
        Children.prepare();
        Server server = new Server(0);
        server.setHandler(new JettyHandlerServer());
        server.start();
        System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        OutputStream out = response.getOutputStream();
        switch (target) {
            case "/hello":
                out.write("hello".getBytes("UTF-8"));
                break;
            case "/redirect":
                response.sendRedirect("/hello");
                break;
            case "/fail":
                response.setStatus(500);
                out.write("failed".getBytes("UTF-8"));
                break;
            case "/throw":
                throw new IllegalStateException("thrown");
            case "/child":
                out.write(Children.call(request.getParameter("id")).getBytes("UTF-8"));
                break;
            case "/echo":
                response.setHeader("X-Answer", "yes");
                request.getInputStream().transferTo(out);
                break;
            case "/large":
                for (int i = 0; i < 1024; i++) {
                    out.write(new byte[64 * 1024]);
                }
                break;
            default:
                return;
        }
        base.setHandled(true);
    }
}
