package io.obsagent.smoke.http.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP/1.1 as bytes on a socket, for requests that no client library would send. */
final class RawHttp {
    /** An answer that announces the end of the connection and its own length. */
    private static final Pattern LAST = Pattern.compile(
            "HTTP/1.1 (?=[^\n]+\n(?:[^\r]+\r\n)*connection: close\r\n)(?:[^\r]+\r\n)*content-length: (\\d+)\r\n(?:[^\r]+\r\n)*\r\n(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RawHttp() {
    }

    /**
     * Sends bytes on one connection and returns everything until the server closes it, or has said that it will and
     * leaves that to the client.
     */
    static String exchange(int port, String requests) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answers = new StringBuilder();
            byte[] buffer = new byte[8192];
            for (int count = socket.getInputStream().read(buffer); count > 0; count = socket.getInputStream().read(buffer)) {
                answers.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                Matcher last = LAST.matcher(answers);
                if (last.find() && last.group(2).length() == Integer.parseInt(last.group(1))) {
                    break;
                }
            }
            return answers.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request and returns the length of everything until the server closes the connection. */
    static long length(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
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
