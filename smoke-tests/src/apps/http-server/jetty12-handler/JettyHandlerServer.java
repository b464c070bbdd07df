import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Jetty 12 with one handler for every behaviour, and no servlet. */
public final class JettyHandlerServer extends Handler.Abstract {
    public static void main(String[] args) throws Exception {
        Children.prepare();
        Server server = new Server(0);
        server.setHandler(new JettyHandlerServer());
        server.start();
        System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        switch (Request.getPathInContext(request)) {
            case "/hello":
                Content.Sink.write(response, true, "hello", callback);
                return true;
            case "/redirect":
                Response.sendRedirect(request, response, callback, "/hello");
                return true;
            case "/fail":
                response.setStatus(500);
                Content.Sink.write(response, true, "failed", callback);
                return true;
            case "/throw":
                throw new IllegalStateException("thrown");
            case "/child":
                String id = Request.extractQueryParameters(request).getValue("id");
                Content.Sink.write(response, true, Children.call(id), callback);
                return true;
            case "/echo":
                response.getHeaders().put("X-Answer", "yes");
                Content.copy(request, response, callback);
                return true;
            case "/large":
                large(response);
                callback.succeeded();
                return true;
            default:
                return false;
        }
    }

    private static void large(Response response) throws Exception {
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            for (int i = 0; i < 1024; i++) {
                out.write(new byte[64 * 1024]);
            }
        }
    }
}
