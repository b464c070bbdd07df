package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortIsGivenOnceAndCanBeListenedOn() throws Exception {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            int port = Ports.free();
            try (ServerSocket server = new ServerSocket(port)) {
                assertThat(server.isBound()).isTrue();
            }
            assertThat(given.add(port)).isTrue();
        }
    }

    /** As another JVM would ask for it. */
    @Test
    void aPortThatWasGivenIsNotGivenToOthers() {
        int port = Ports.free();
        assertThatThrownBy(() -> new DatagramSocket(port)).isInstanceOf(BindException.class);
    }
}
