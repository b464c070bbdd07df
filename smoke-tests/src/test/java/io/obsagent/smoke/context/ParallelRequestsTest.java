package io.obsagent.smoke.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The packaged agent as it is: 50 requests at once, each asking the database from five kinds of threads. */
class ParallelRequestsTest {
    private static final int REQUESTS = 50;
    private static final int QUESTIONS = 5;
    private static final int BURST = 500;

    /** From 17: the JDK 11 that the suites fetch has no HTTP server. */
    @EachJdk(from = 17)
    void everyQuestionIsAChildOfItsRequest(Jdk jdk) throws Exception {
        JavaApp app = JavaApp.of("HopServer", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"),
                "hops-server")).on(jdk).withAgent();
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess server = app.exportTo(receiver).start()) {
            int port = server.awaitPort();
            server.awaitErrorLine("started for");
            askAll(port);

            List<ReceivedSpan> requests = receiver.received().awaitSpans(
                    span -> span.attribute("url.query") != null, REQUESTS);
            List<ReceivedSpan> questions = receiver.received().awaitSpans(
                    span -> span.attribute("db.query.text") != null, REQUESTS * QUESTIONS);

            assertThat(requests).hasSize(REQUESTS);
            assertThat(questions).hasSize(REQUESTS * QUESTIONS);
            for (ReceivedSpan request : requests) {
                String id = request.attribute("url.query").toString().substring("id=".length());
                assertThat(questions).filteredOn(question -> question.isChildOf(request)).hasSize(QUESTIONS)
                        .allMatch(question -> question.attribute("db.query.text").toString().endsWith("request" + id));
            }
            server.closeInput().awaitExit();
            server.expectCalmAgent();
        }
    }

    /** Queues and their times as they are when nothing is set; six spans a request are more than a queue holds at once. */
    @Test
    void aBurstStraightAfterTheStartArrivesWhole() {
        JavaApp app = JavaApp.of("HopServer", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"),
                "hops-server")).withAgent();
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess server = app.exportTo(receiver).env("OTEL_BSP_SCHEDULE_DELAY", "5000").start()) {
            int port = server.awaitPort();
            HttpClient client = HttpClient.newHttpClient();
            ExecutorService callers = Executors.newFixedThreadPool(25);
            for (int i = 0; i < BURST; i++) {
                HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/hops?id=" + (1000 + i))).build();
                callers.execute(() -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join());
            }

            assertThat(receiver.received().awaitSpans(span -> span.attribute("url.query") != null, BURST)).hasSize(BURST);
            assertThat(receiver.received().awaitSpans(span -> span.attribute("db.query.text") != null, BURST * QUESTIONS))
                    .hasSize(BURST * QUESTIONS);
            callers.shutdown();
            server.closeInput().awaitExit();
            server.expectCalmAgent();
        }
    }

    private static void askAll(int port) {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(client.sendAsync(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port + "/hops?id=" + (1000 + i))).build(),
                    HttpResponse.BodyHandlers.discarding()));
        }
        assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
    }
}
