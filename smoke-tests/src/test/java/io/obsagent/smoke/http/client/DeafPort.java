package io.obsagent.smoke.http.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of connections is full: further ones are neither refused nor accepted. */
final class DeafPort implements AutoCloseable {
    private final List<SocketChannel> waiting = new ArrayList<>();
    private final ServerSocket server;

    DeafPort() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
                waiting.add(channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
