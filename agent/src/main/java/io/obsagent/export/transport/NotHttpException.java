package io.obsagent.export.transport;

import java.io.IOException;

/** What came back is not HTTP/1.1. The usual reason is a port that speaks something else, so the message guesses which. */
final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_EXCERPT = 40;

    NotHttpException(String received) {
        super("the answer is not HTTP/1.1" + guess(received));
    }

    private static String guess(String received) {
        // An HTTP/2 server answers anything with its SETTINGS frame: length (3 bytes, small), type 4.
        if (received.length() > 3 && received.charAt(0) == 0 && received.charAt(1) == 0 && received.charAt(3) == 4) {
            return " but HTTP/2: is this the gRPC port (otel.exporter.otlp.protocol=grpc)?";
        }
        // TLS answers plain text with an alert record: type 21, major version 3.
        if (received.length() > 1 && received.charAt(0) == 21 && received.charAt(1) == 3) {
            return " but TLS: should the endpoint start with https://?";
        }
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < Math.min(received.length(), LONGEST_EXCERPT); i++) {
            char c = received.charAt(i);
            printable.append(c < ' ' || c > '~' ? '.' : c);
        }
        return ": '" + printable + "'";
    }
}
