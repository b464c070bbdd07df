package io.obsagent.export.transport;

import java.io.IOException;

/** The backend did something that HTTP/2 does not allow, or reset the request. */
final class Http2Exception extends IOException {
    private static final long serialVersionUID = 1;

    Http2Exception(String what) {
        super("HTTP/2 failed: " + what);
    }
}
