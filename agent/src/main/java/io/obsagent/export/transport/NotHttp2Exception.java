package io.obsagent.export.transport;

import java.io.IOException;

/** What came back is not HTTP/2. The usual reason is a port that speaks something else, so the message guesses which. */
final class NotHttp2Exception extends IOException {
    private static final long serialVersionUID = 1;

    NotHttp2Exception(byte[] start) {
        super("the answer is not HTTP/2" + guess(start));
    }

    private static String guess(byte[] start) {
        if (start[0] == 'H' && start[1] == 'T' && start[2] == 'T' && start[3] == 'P') {
            return " but HTTP/1.1: is this the port of otel.exporter.otlp.protocol=http/protobuf?";
        }
        // TLS answers plain text with an alert record: type 21, major version 3.
        return start[0] == 21 && start[1] == 3 ? " but TLS: should the endpoint start with https://?" : "";
    }
}
