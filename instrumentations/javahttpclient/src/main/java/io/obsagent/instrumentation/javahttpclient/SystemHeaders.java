package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.propagation.Setter;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Internals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/**
 * The headers that the client adds to its own form of a request, beside those of the application: {@code User-Agent},
 * {@code Host}. Nothing is copied to add one more, and neither the request nor the response shows it.
 */
final class SystemHeaders implements Setter<Map<String, List<String>>> {
    private static final String REQUEST = "jdk.internal.net.http.HttpRequestImpl";

    private final MethodHandle map;

    /** Which header knows its call: the first of those that are written. */
    private final String first;

    SystemHeaders(Internals internals, HttpClientTelemetry client) throws ReflectiveOperationException {
        List<String> names = client.headerNames();
        first = names.isEmpty() ? null : names.get(0);
        Class<?> request = Class.forName(REQUEST, false, HttpRequest.class.getClassLoader());
        MethodHandle builder = getter(internals, request, "getSystemHeadersBuilder");
        MethodHandle headers = getter(internals, builder.type().returnType(), "map");
        map = MethodHandles.filterReturnValue(builder, headers).asType(MethodType.methodType(Map.class, Object.class));
    }

    private static MethodHandle getter(Internals internals, Class<?> type, String name) throws ReflectiveOperationException {
        return internals.of(type).unreflect(type.getDeclaredMethod(name));
    }

    /** @param request the client's own */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, List<String>> of(Object request) {
        try {
            return (Map) map.invokeExact(request);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the trace of a call into a request. */
    void write(HttpClientOperation call, Object request) {
        Map<String, List<String>> added = of(request);
        call.inject(added, this);
        List<String> value = call.sampled() && first != null ? added.get(first) : null;
        if (value != null) {
            TraceHeader header = new TraceHeader(value.get(0), call);
            call.exchange(header);
            added.put(first, header);
        }
    }

    /** The recorded call that a request belongs to; null for none. */
    HttpClientOperation call(Object request) {
        List<String> value = first == null ? null : of(request).get(first);
        return value instanceof TraceHeader ? ((TraceHeader) value).call() : null;
    }

    @Override
    public void set(Map<String, List<String>> headers, String name, String value) {
        headers.put(name, List.of(value));
    }
}
