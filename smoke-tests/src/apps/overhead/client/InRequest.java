import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** A call that is made to serve a request; calling it sends such a request over a kept connection. Not thread-safe. */
final class InRequest implements Callable<Integer> {
    private static final byte[] REQUEST =
            "GET /checkout HTTP/1.1\r\nHost: localhost\r\nUser-Agent: curl/8.9.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int END = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    private final Callable<Integer> call;
    private final InputStream in;
    private final OutputStream out;
    private volatile int status;

    InRequest(Callable<Integer> call) throws IOException {
        this.call = call;
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/checkout", this::serve);
        server.start();
        Socket socket = new Socket("localhost", server.getAddress().getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            status = call.call();
        } catch (Exception e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public Integer call() throws IOException {
        out.write(REQUEST);
        int last = 0;
        while (last != END) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            last = last << 8 | next;
        }
        return status;
    }
}
