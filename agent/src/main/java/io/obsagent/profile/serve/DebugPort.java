package io.obsagent.profile.serve;

import io.obsagent.config.AgentLog;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.wire.Gzip;
import io.obsagent.profile.wire.PprofEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers {@code GET /debug/pprof/...} on the loopback address, one request after the other, on one daemon thread.
 *
 * <p>A few lines of HTTP instead of the JDK's server: that is a module which small runtimes lack, and brings a thread pool.
 */
public final class DebugPort implements Runnable {
    private static final Map<String, ProfileKind> KINDS = Map.of(
            "profile", ProfileKind.CPU, "heap", ProfileKind.LIVE, "allocs", ProfileKind.ALLOC,
            "mutex", ProfileKind.MUTEX, "block", ProfileKind.BLOCK, "wall", ProfileKind.WALL);
    private static final Pattern REQUEST = Pattern.compile("GET /debug/pprof/([a-z]+)(?:\\?(?:.*&)?seconds=(\\d{1,3})(?:&.*)?|\\?.*)? HTTP/1\\.[01]");
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 120;
    private static final int READ_MILLIS = 5_000;
    private static final int MOST_REQUEST_CHARS = 2_000;

    private final ServerSocket server;
    private final ProfileSource source;

    private DebugPort(ServerSocket server, ProfileSource source) {
        this.server = server;
        this.source = source;
    }

    /**
     * Listens from now on.
     *
     * @return null when the port cannot be had; one line says so
     */
    public static DebugPort open(int port, ProfileSource source) {
        try {
            DebugPort opened = new DebugPort(new ServerSocket(port, 8, InetAddress.getLoopbackAddress()), source);
            Thread thread = new Thread(null, opened, "obs-agent-debug-port", 256 * 1024, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
            return opened;
        } catch (IOException | RuntimeException e) {
            AgentLog.warn("obs.profile.port=" + port + " cannot be opened, profiles are not served", e);
            return null;
        }
    }

    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            AgentLog.debug("the port for profiles did not close", e);
        }
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.setSoTimeout(READ_MILLIS);
                answer(client);
            } catch (IOException e) {
                AgentLog.debug("a request for profiles failed", e);
            } catch (InterruptedException e) {
                close();
            }
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        String line = readHead(client);
        Matcher request = REQUEST.matcher(line);
        ProfileKind kind = request.matches() ? KINDS.get(request.group(1)) : null;
        if (kind == null) {
            reply(client, "404 Not Found", "text/plain", ("try /debug/pprof/" + String.join(", ", KINDS.keySet()) + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        int seconds = request.group(2) == null ? USUAL_SECONDS : Math.max(1, Math.min(MOST_SECONDS, Integer.parseInt(request.group(2))));
        try {
            ProfileWindow window = source.record(kind, seconds);
            byte[] pprof = new PprofEncoder(window, true).encode(window.profiles.get(0));
            reply(client, "200 OK", "application/octet-stream", Gzip.compress(pprof));
        } catch (IOException e) {
            reply(client, "503 Service Unavailable", "text/plain", (e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The request line; the headers are read so that the client sees a clean end. */
    private static String readHead(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.length() < MOST_REQUEST_CHARS && head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        int end = head.indexOf("\r\n");
        return end < 0 ? head.toString() : head.substring(0, end);
    }

    private static void reply(Socket client, String status, String type, byte[] body) throws IOException {
        OutputStream out = client.getOutputStream();
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }
}
