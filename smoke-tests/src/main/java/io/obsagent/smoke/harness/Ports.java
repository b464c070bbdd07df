package io.obsagent.smoke.harness;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that cannot choose one themselves. Seconds may pass until such a server listens, and it may be stopped
 * and started again: meanwhile the port must not become that of another test, of this JVM or of another one.
 */
public final class Ports {
    /** Below the ports that Linux gives to those that ask for any. */
    private static final int FIRST = 10_000;
    private static final int LAST = 32_767;

    private static final List<DatagramSocket> CLAIMS = new ArrayList<>();

    private Ports() {
    }

    /** A port that nothing listens on now, and that nobody else is given while this JVM lives. */
    public static synchronized int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (claim(port) && isFree(port)) {
                return port;
            }
        }
    }

    /** By UDP, which none of these servers speaks: the claim is seen by other JVMs and ends with this one. */
    private static boolean claim(int port) {
        try {
            CLAIMS.add(new DatagramSocket(port));
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
