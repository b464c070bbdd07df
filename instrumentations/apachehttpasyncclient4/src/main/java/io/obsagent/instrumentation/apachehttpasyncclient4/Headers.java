package io.obsagent.instrumentation.apachehttpasyncclient4;

import io.obsagent.telemetry.propagation.Setter;
import org.apache.http.Header;
import org.apache.http.HttpMessage;

/** Headers of requests and responses. */
final class Headers implements Setter<HttpMessage> {
    @Override
    public void set(HttpMessage message, String name, String value) {
        message.setHeader(name, value);
    }

    /** All values of a header, null when it is absent. */
    static String joined(HttpMessage message, String name) {
        Header[] headers = message.getHeaders(name);
        if (headers.length == 0) {
            return null;
        }
        String value = headers[0].getValue();
        for (int i = 1; i < headers.length; i++) {
            value = value + "," + headers[i].getValue();
        }
        return value;
    }
}
