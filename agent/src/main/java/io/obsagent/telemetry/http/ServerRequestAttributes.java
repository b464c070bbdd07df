package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Operation;

/** Writes what is known of a request at its start into a sampled server span. Immutable, thread-safe. */
final class ServerRequestAttributes {
    private final HeaderCapture headers;
    private final boolean oldNames;

    ServerRequestAttributes(HeaderCapture headers, boolean oldNames) {
        this.headers = headers;
        this.oldNames = oldNames;
    }

    /** @param label the method as telemetry names it */
    <R> void record(Operation operation, R request, HttpRequestReader<R> reader, String label, String scheme,
            String version) {
        String method = reader.method(request);
        String path = reader.path(request);
        String query = QueryRedaction.redact(reader.query(request));
        String userAgent = reader.userAgent(request);
        String peer = reader.peerAddress(request);
        String forwardedClient = Forwarded.client(request, reader);
        String client = forwardedClient == null ? peer : forwardedClient;
        HostPort server = server(request, reader);
        operation.set(HttpAttributes.METHOD, label);
        if (!label.equals(method)) {
            operation.set(HttpAttributes.METHOD_ORIGINAL, method);
        }
        operation.set(HttpAttributes.SCHEME, scheme);
        operation.set(HttpAttributes.PATH, path);
        operation.set(HttpAttributes.QUERY, query);
        operation.set(HttpAttributes.PROTOCOL_VERSION, version);
        operation.set(HttpAttributes.USER_AGENT, userAgent);
        operation.set(HttpAttributes.CLIENT_ADDRESS, client);
        if (server != null) {
            operation.set(HttpAttributes.SERVER_ADDRESS, server.host);
            operation.set(HttpAttributes.SERVER_PORT, port(server, scheme));
        }
        if (peer != null) {
            operation.set(HttpAttributes.PEER_ADDRESS, peer);
            operation.set(HttpAttributes.PEER_PORT, reader.peerPort(request));
        }
        headers.record(operation, request, reader);
        if (oldNames) {
            recordOldNames(operation, method, path, query, scheme, version, userAgent, client, server);
        }
    }

    private static <R> HostPort server(R request, HttpRequestReader<R> reader) {
        String forwarded = Forwarded.host(request, reader);
        return HostPort.server(forwarded == null ? reader.authority(request) : forwarded);
    }

    private static long port(HostPort server, String scheme) {
        if (server.port >= 0) {
            return server.port;
        }
        return scheme.equals("https") || scheme.equals("wss") ? 443 : 80;
    }

    private static void recordOldNames(Operation operation, String method, String path, String query, String scheme,
            String version, String userAgent, String client, HostPort server) {
        operation.set(HttpAttributes.OLD_METHOD, method);
        operation.set(HttpAttributes.OLD_SCHEME, scheme);
        operation.set(HttpAttributes.OLD_TARGET, query == null ? path : path + "?" + query);
        operation.set(HttpAttributes.OLD_FLAVOR, version);
        operation.set(HttpAttributes.OLD_USER_AGENT, userAgent);
        operation.set(HttpAttributes.OLD_CLIENT_IP, client);
        if (server != null) {
            operation.set(HttpAttributes.OLD_HOST_NAME, server.host);
            operation.set(HttpAttributes.OLD_HOST_PORT, port(server, scheme));
        }
    }
}
