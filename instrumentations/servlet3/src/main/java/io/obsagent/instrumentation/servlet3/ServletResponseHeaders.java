package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.propagation.Getter;
import java.util.Collection;
import javax.servlet.http.HttpServletResponse;

/** Reads the headers of a response; repeated ones are joined, as HTTP defines it. */
final class ServletResponseHeaders implements Getter<HttpServletResponse> {
    static final ServletResponseHeaders READER = new ServletResponseHeaders();

    private ServletResponseHeaders() {
    }

    @Override
    public String get(HttpServletResponse response, String name) {
        Collection<String> values = response.getHeaders(name);
        return values == null || values.isEmpty() ? null : String.join(",", values);
    }
}
