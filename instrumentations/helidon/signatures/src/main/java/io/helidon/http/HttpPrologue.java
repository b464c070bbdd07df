package io.helidon.http;

import io.helidon.common.uri.UriPath;
import io.helidon.common.uri.UriQuery;

public abstract class HttpPrologue {
    public abstract String rawProtocol();

    public abstract Method method();

    public abstract UriPath uriPath();

    public abstract UriQuery query();
}
