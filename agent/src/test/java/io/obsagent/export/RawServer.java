package io.obsagent.export;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;

/**
 * An HTTP server that answers each request with the next of the prepared byte strings, whatever these are: what a real server
 * would never send is what an exporter has to survive. Without a prepared answer it stays silent.
 */
public final class RawServer implements Closeable {
    /** Ends the connection without a word. */
    public static final String HANG_UP = "hang up";

    private final ServerSocket listener;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public RawServer() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    public RawServer(ServerSocketFactory sockets) throws IOException {
        listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Heads of the requests so far, each with its request line. */
    public List<String> heads() {
        return heads;
    }

    public List<byte[]> bodies() {
        return bodies;
    }

    public int connections() {
        return connections.size();
    }

    public RawServer answers(String... next) {
        for (String answer : next) {
            answers.add(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
        return this;
    }

    /** An answer with a body and its length. */
    public static String response(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (Socket socket = connection) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (readRequest(in)) {
                byte[] answer = answers.take();
                if (new String(answer, StandardCharsets.ISO_8859_1).equals(HANG_UP)) {
                    return;
                }
                out.write(answer);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.write(b);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        int start = text.indexOf("Content-Length: ") + 16;
        byte[] body = in.readNBytes(Integer.parseInt(text.substring(start, text.indexOf("\r\n", start))));
        heads.add(text);
        bodies.add(body);
        return true;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
