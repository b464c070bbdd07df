package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Internals;
import io.obsagent.weave.Weave;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;

/** The head of a response, of a redirect too: the one place that knows both the request and its connection. */
@Weave(type = "jdk.internal.net.http.Response", method = "<init>", arguments = {0, 3},
        parameters = {"jdk.internal.net.http.HttpRequestImpl", "jdk.internal.net.http.Exchange", "java.net.http.HttpHeaders",
        "jdk.internal.net.http.HttpConnection", "int", "java.net.http.HttpClient$Version", "boolean"})
final class ResponseHandler extends Handler {
    private final SystemHeaders headers;
    private final MethodHandle address;

    ResponseHandler(SystemHeaders headers, Internals internals) throws ReflectiveOperationException {
        this.headers = headers;
        Class<?> connection = Class.forName("jdk.internal.net.http.HttpConnection", false, HttpRequest.class.getClassLoader());
        address = internals.of(connection).unreflect(connection.getDeclaredMethod("address"))
                .asType(MethodType.methodType(InetSocketAddress.class, Object.class));
    }

    @Override
    public Object enter(Object self, Object request, Object connection, Object c, Object d) {
        HttpClientOperation call = request == null ? null : headers.call(request);
        if (call != null && connection != null) {
            call.connectedTo(of(connection));
        }
        return null;
    }

    private InetSocketAddress of(Object connection) {
        try {
            return (InetSocketAddress) address.invokeExact(connection);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
