package io.obsagent.smoke.profile;

import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The application of {@code src/apps/burners} with the agent and profiles, and four callers that keep it busy. */
final class BurnService implements AutoCloseable {
    private static final int CALLERS = 4;

    private final QpidBroker broker = QpidBroker.start();
    private final AppProcess app;
    private final int tomcat;
    private final int jetty;

    BurnService(Jdk jdk, Path folder, OtlpReceiver receiver) {
        Library libraries = Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:9.0.121",
                "org.eclipse.jetty:jetty-servlet:9.4.58.v20250814", "io.projectreactor:reactor-core:3.6.11",
                "com.rabbitmq:amqp-client:5.16.0", "com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:1.7.36");
        // Inlined into one method, a sample's line can be that of the neighbouring burner: stacks, not spans, would be wrong.
        app = JavaApp.of("BurnServer", AppSources.compile(libraries, "burners")).on(jdk).withAgent().exportTo(receiver)
                .jvmOption("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,Burners::*",
                        "-Djdk.virtualThreadScheduler.parallelism=2")
                .env("OBS_PROFILE", "cpu:4ms,wall,alloc:512k").env("OBS_PROFILE_WINDOW", "1s")
                .env("OTEL_BSP_MAX_QUEUE_SIZE", "100000")
                .start(folder.toString(), Integer.toString(broker.port()));
        tomcat = port("tomcat ");
        jetty = port("jetty ");
        app.awaitErrorLine("profiles: async-profiler");
    }

    private int port(String server) {
        return Integer.parseInt(app.awaitLine(server).substring(server.length()));
    }

    /** Sends that many requests that go that way, of all kinds in turn. */
    void burn(String way, int requests) {
        int port = way.startsWith("Jetty") ? jetty : tomcat;
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller;
            callers.add(CompletableFuture.runAsync(() -> call("http://127.0.0.1:" + port + "/" + way, first, requests / CALLERS),
                    task -> new Thread(task).start()));
        }
        callers.forEach(CompletableFuture::join);
    }

    private static void call(String url, int firstKind, int requests) {
        HttpClient client = HttpClient.newHttpClient();
        for (int kind = firstKind; kind < firstKind + requests; kind++) {
            try {
                int status = client.send(HttpRequest.newBuilder(URI.create(url + "?kind=" + kind % 4)).build(),
                        BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new AssertionError(url + " answered " + status);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Not on a JDK with a defect in them. */
    boolean samplesAllocations() {
        return app.agentLines().stream().noneMatch(line -> line.contains("without alloc"));
    }

    /** Ends the application, which sends its last spans and profiles. */
    void end() {
        app.closeInput();
        app.expectExit(0).expectCalmAgent();
    }

    @Override
    public void close() {
        app.close();
        broker.close();
    }
}
