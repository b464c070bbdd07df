package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.propagation.Setter;
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

    SystemHeaders(Internals internals) throws ReflectiveOperationException {
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

    @Override
    public void set(Map<String, List<String>> headers, String name, String value) {
        headers.put(name, List.of(value));
    }
}
