package io.obsagent.telemetry.http;

import io.obsagent.telemetry.AttributeKey;

/** The attributes of HTTP spans and series, as semantic conventions 1.44 name them, and the old names of some. */
final class HttpAttributes {
    static final AttributeKey<String> METHOD = AttributeKey.string("http.request.method");
    static final AttributeKey<String> METHOD_ORIGINAL = AttributeKey.string("http.request.method_original");
    static final AttributeKey<Long> STATUS_CODE = AttributeKey.number("http.response.status_code");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.number("http.request.resend_count");
    static final AttributeKey<String> ROUTE = AttributeKey.string("http.route");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.string("error.type");
    static final AttributeKey<String> SCHEME = AttributeKey.string("url.scheme");
    static final AttributeKey<String> PATH = AttributeKey.string("url.path");
    static final AttributeKey<String> QUERY = AttributeKey.string("url.query");
    static final AttributeKey<String> FULL_URL = AttributeKey.string("url.full");
    static final AttributeKey<String> URL_TEMPLATE = AttributeKey.string("url.template");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.string("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.number("server.port");
    static final AttributeKey<String> CLIENT_ADDRESS = AttributeKey.string("client.address");
    static final AttributeKey<String> PEER_ADDRESS = AttributeKey.string("network.peer.address");
    static final AttributeKey<Long> PEER_PORT = AttributeKey.number("network.peer.port");
    static final AttributeKey<String> PROTOCOL_VERSION = AttributeKey.string("network.protocol.version");
    static final AttributeKey<String> USER_AGENT = AttributeKey.string("user_agent.original");

    static final AttributeKey<String> OLD_METHOD = AttributeKey.string("http.method");
    static final AttributeKey<String> OLD_SCHEME = AttributeKey.string("http.scheme");
    static final AttributeKey<String> OLD_TARGET = AttributeKey.string("http.target");
    static final AttributeKey<String> OLD_URL = AttributeKey.string("http.url");
    static final AttributeKey<Long> OLD_STATUS_CODE = AttributeKey.number("http.status_code");
    static final AttributeKey<String> OLD_FLAVOR = AttributeKey.string("http.flavor");
    static final AttributeKey<String> OLD_USER_AGENT = AttributeKey.string("http.user_agent");
    static final AttributeKey<String> OLD_CLIENT_IP = AttributeKey.string("http.client_ip");
    static final AttributeKey<String> OLD_HOST_NAME = AttributeKey.string("net.host.name");
    static final AttributeKey<Long> OLD_HOST_PORT = AttributeKey.number("net.host.port");
    static final AttributeKey<String> OLD_PEER_NAME = AttributeKey.string("net.peer.name");
    static final AttributeKey<Long> OLD_PEER_PORT = AttributeKey.number("net.peer.port");

    private HttpAttributes() {}
}
