package io.helidon.webserver.http;

import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

public interface ServerResponse {
    Status status();

    ServerResponseHeaders headers();

    ServerResponse header(String name, String... values);
}
