package io.obsagent.smoke.http.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 as bytes on a socket, for requests that no client library would send. */
final class RawHttp {
    private RawHttp() {
    }

    /** Sends bytes on one connection and returns everything until the server closes it. */
    static String exchange(int port, String requests) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request, reads a little of the answer and resets the connection. */
    static void abandon(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            if (in.readNBytes(1000).length < 1000) {
                throw new AssertionError("the answer ended before it could be abandoned");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
