package io.obsagent.export.transport;

import io.obsagent.config.Endpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One plain or TLS connection to a backend. Every blocking call on it ends when {@link #expect a deadline} passes.
 * Not thread-safe, {@link #close} apart.
 */
final class Connection {
    private static final long LONGEST_IDLE_NANOS = 30_000_000_000L;

    final InputStream in;
    final OutputStream out;

    /** The peer is a proxy that passes plain requests on, so these have to name the backend. A tunnel is none. */
    final boolean throughProxy;

    /** The plain socket below TLS: closing a TLS socket waits for the very write that is stuck. */
    private final Socket socket;

    private DeadlineGuard.Watch watch;
    private long lastUsedNanos;

    private Connection(Socket socket, Socket secured, boolean throughProxy, DeadlineGuard.Watch watch) throws IOException {
        this.socket = socket;
        this.throughProxy = throughProxy;
        this.watch = watch;
        in = new BufferedInputStream(secured.getInputStream());
        out = secured.getOutputStream();
    }

    /**
     * Connects, trying every address of the host in turn; the name is looked up anew each time, so that a backend may move.
     *
     * @param tls null for a plain connection
     * @param protocol the application protocol to agree on by ALPN, or null
     */
    static Connection open(Endpoint endpoint, Tls tls, String protocol, Deadline deadline) throws IOException {
        HttpProxy proxy = HttpProxy.of(endpoint);
        String host = proxy == null ? endpoint.host : proxy.host;
        int port = proxy == null ? endpoint.port : proxy.port;
        IOException failure = null;
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            for (int i = 0; i < addresses.length && !(failure != null && deadline.isOver()); i++) {
                int share = Math.max(1, deadline.remainingMillis() / (addresses.length - i));
                try {
                    return open(new InetSocketAddress(addresses[i], port), share, endpoint, proxy, tls, protocol, deadline);
                } catch (SocketTimeoutException | SocketException e) {
                    failure = e;
                }
            }
        } catch (UnknownHostException e) {
            failure = e;
        }
        if (proxy == null) {
            throw failure;
        }
        throw new IOException("the proxy " + proxy + " cannot be reached: " + failure.getMessage(), failure);
    }

    private static Connection open(
        InetSocketAddress address, int connectMillis, Endpoint endpoint, HttpProxy proxy, Tls tls, String protocol,
        Deadline deadline) throws IOException {
        // Without NO_PROXY a socket asks the application's proxy selector for a SOCKS server.
        Socket socket = new Socket(Proxy.NO_PROXY);
        DeadlineGuard.Watch watch = DeadlineGuard.SHARED.watch(socket, deadline);
        boolean opened = false;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, connectMillis);
            boolean tunnel = proxy != null && (tls != null || protocol != null);
            if (tunnel) {
                tunnel(socket, endpoint, proxy);
            }
            Socket secured = tls == null ? socket : secured(socket, endpoint, tls, protocol);
            Connection connection = new Connection(socket, secured, proxy != null && !tunnel, watch);
            opened = true;
            return connection;
        } catch (IOException e) {
            throw watch.hasExpired() ? new SocketTimeoutException("no connection in time") : e;
        } finally {
            if (!opened) {
                watch.close();
                socket.close();
            }
        }
    }

    /** Has the proxy pass bytes on as they are (RFC 9110, section 9.3.6). */
    private static void tunnel(Socket socket, Endpoint endpoint, HttpProxy proxy) throws IOException {
        String target = (endpoint.host.indexOf(':') < 0 ? endpoint.host : "[" + endpoint.host + "]") + ":" + endpoint.port;
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        // Unbuffered: what follows the head belongs to the backend.
        int status = HttpResponse.readStatus(socket.getInputStream());
        if (status < 200 || status >= 300) {
            throw new ProtocolException("the proxy " + proxy + " refuses a tunnel to " + target + " with HTTP " + status);
        }
    }

    private static Socket secured(Socket socket, Endpoint endpoint, Tls tls, String protocol) throws IOException {
        SSLSocket secured = (SSLSocket) tls.sockets().createSocket(socket, endpoint.host, endpoint.port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (protocol != null) {
            parameters.setApplicationProtocols(new String[] {protocol});
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** From now on everything must be over by the deadline, until {@link #idle}. */
    void expect(Deadline deadline) {
        if (watch != null) {
            watch.close();
        }
        watch = DeadlineGuard.SHARED.watch(socket, deadline);
    }

    /** The request is over and the connection waits for the next one. */
    void idle() {
        watch.close();
        lastUsedNanos = System.nanoTime();
    }

    /** Too long without a request: a router or the backend may have forgotten it without a word. */
    boolean isStale() {
        return System.nanoTime() - lastUsedNanos > LONGEST_IDLE_NANOS;
    }

    /** Turns the exception of a socket that the guard closed into what really happened. */
    IOException explained(IOException failure) {
        return watch.hasExpired() ? new SocketTimeoutException("no answer in time") : failure;
    }

    void close() {
        watch.close();
        try {
            socket.close();
        } catch (IOException e) {
            // Closed or not, it is not used again.
            lastUsedNanos = 0;
        }
    }
}
