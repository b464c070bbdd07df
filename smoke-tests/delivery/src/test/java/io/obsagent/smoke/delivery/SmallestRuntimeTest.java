package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.obsagent.smoke.delivery.app.Caller;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The one module that docs/delivery.md and the doctor call enough is enough to send spans and metrics. */
class SmallestRuntimeTest {
    @Test
    void instrumentIsEnough() throws Exception {
        Path jvm = Jlink.image("jvm-smallest", "java.base,java.instrument");
        Map<String, CountDownLatch> signals = Map.of("/v1/traces", new CountDownLatch(1), "/v1/metrics", new CountDownLatch(1));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            CountDownLatch awaited = signals.get(exchange.getRequestURI().getPath());
            if (awaited != null) {
                awaited.countDown();
            }
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (AppProcess app = JavaApp.of(Caller.class.getName(), List.of(Path.of("target/test-classes").toAbsolutePath()))
                .program(jvm.resolve("bin/java")).withAgent().exportTo(address, "http/protobuf").start(address + "/page")) {
            app.send("call").awaitLine("called");

            for (CountDownLatch signal : signals.values()) {
                assertThat(signal.await(60, TimeUnit.SECONDS)).as(app.toString()).isTrue();
            }
            assertThat(app.agentLines()).noneMatch(line -> line.contains("NoClassDefFoundError"));
        } finally {
            server.stop(0);
        }
    }
}
