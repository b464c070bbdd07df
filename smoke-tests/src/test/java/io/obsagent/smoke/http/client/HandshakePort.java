package io.obsagent.smoke.http.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port that agrees to any WebSocket, writes down the trace it is told of, and hangs up. */
final class HandshakePort implements AutoCloseable {
    private static final String KEY = "sec-websocket-key: ";
    private static final String TRACE = "traceparent: ";

    private final ServerSocket server;
    private final List<String> traceparents = new CopyOnWriteArrayList<>();

    HandshakePort() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread answering = new Thread(this::answer, "handshake port");
        answering.setDaemon(true);
        answering.start();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key(socket)) + "\r\n\r\n";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // That client is gone, or the test is over.
            }
        }
    }

    private String key(Socket socket) throws IOException {
        BufferedReader head = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(KEY)) {
                key = line.substring(KEY.length());
            } else if (lower.startsWith(TRACE)) {
                traceparents.add(line.substring(TRACE.length()));
            }
        }
        return key;
    }

    private static String accepted(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> traceparents() {
        return traceparents;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
