package io.obsagent.instrumentation.tomcat;

import org.apache.tomcat.util.http.MimeHeaders;

/** Header look-up that allocates nothing for an absent header and joins repeated ones, as HTTP defines it. */
final class RequestHeaders {
    private RequestHeaders() {}

    static String joined(MimeHeaders headers, String name) {
        int at = headers.findHeader(name, 0);
        if (at < 0) {
            return null;
        }
        String value = headers.getValue(at).toString();
        for (at = headers.findHeader(name, at + 1); at >= 0; at = headers.findHeader(name, at + 1)) {
            value = value + ',' + headers.getValue(at);
        }
        return value;
    }
}
