package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What servlets add to the contract: mappings, asynchronous requests, dispatches. */
abstract class ServletContract extends TraceContextContract {
    private static final String FORM = "name=gr%C3%BCn&secret=1&name=t%C3%A4glich";

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/*";
    }

    @Override
    boolean streams() {
        return true;
    }

    @Test
    void theSpanOfAnAsynchronousRequestEndsWithItsResponse() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/async?id=3")).body()).isEqualTo("child 3");
        ReceivedSpan span = served(traced);

        assertThat(span.durationNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(190));
        assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
        assertThat(span.attribute("http.route")).isEqualTo("/app/async");
        assertChild(traced, 3);
    }

    @Test
    void aDispatchGoesOnWithTheSameRequest() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/dispatch?id=4")).body()).isEqualTo("child 4");

        assertChild(traced, 4);
    }

    @Test
    void aTimeOutEndsTheSpan() {
        TracedRequest traced = new TracedRequest();
        int status = send(request(traced, "/timeout")).statusCode();
        ReceivedSpan span = served(traced);

        assertThat(status).isGreaterThanOrEqualTo(500);
        assertThat(span.attribute("http.response.status_code")).isEqualTo((long) status);
        assertThat(span.isError()).isTrue();
    }

    @Test
    void anErrorInAnAsynchronousListenerEndsTheSpanOnce() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/async-throw")).statusCode()).isEqualTo(500);
        ReceivedSpan span = served(traced);

        assertThat(span.isError()).isTrue();
        assertThat(trace(traced)).hasSize(1);
    }

    @Test
    void listedParametersAreRecordedAsTheApplicationReadsThem() {
        for (String way : List.of("values", "map")) {
            TracedRequest traced = new TracedRequest();
            assertThat(send(form(traced, "/form?way=" + way)).body()).isEqualTo("grün,täglich");
            ReceivedSpan span = served(traced);

            assertThat(span.attribute("servlet.request.parameter.name")).isEqualTo(List.of("grün", "täglich"));
            assertThat(span.attributes()).doesNotContainKeys("servlet.request.parameter.absent", "servlet.request.parameter.way",
                    "servlet.request.parameter.secret");
        }
    }

    @Test
    void aFormThatTheApplicationReadsAsABodyIsReadByItAlone() {
        TracedRequest traced = new TracedRequest();

        assertThat(send(form(traced, "/echo")).body()).isEqualTo(FORM);
        assertThat(served(traced).attributes()).doesNotContainKey("servlet.request.parameter.name");
    }

    private HttpRequest.Builder form(TracedRequest traced, String path) {
        return request(traced, path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(FORM));
    }

    @Test
    void aForwardKeepsTheOuterRoute() {
        assertThat(get("/forward", 200).attribute("http.route")).isEqualTo("/app/forward");
        assertThat(get("/include", 200).attribute("http.route")).isEqualTo("/app/include");
    }

    @Test
    void anErrorPageKeepsTheOuterRoute() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/gone")).body()).isEqualTo("sorry");
        ReceivedSpan span = served(traced);

        assertThat(span.attribute("http.route")).isEqualTo("/app/gone");
        assertThat(span.attribute("http.response.status_code")).isEqualTo(410L);
        assertThat(span.isError()).isFalse();
        assertThat(trace(traced)).hasSize(1);
    }

    @Test
    void theCauseOfAServletExceptionIsTheError() {
        ReceivedSpan span = get("/throw-wrapped", 500);

        assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalArgumentException");
    }

    @Test
    void anExceptionThatAFilterCatchesIsNone() {
        ReceivedSpan span = get("/throw?caught", 409);

        assertThat(span.isError()).isFalse();
        assertThat(span.proto().getEventsList()).isEmpty();
    }
}
