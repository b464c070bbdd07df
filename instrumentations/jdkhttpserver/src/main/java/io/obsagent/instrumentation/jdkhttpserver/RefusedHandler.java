package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpServer;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Internals;
import io.obsagent.weave.Weave;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.net.ssl.SSLContext;

/** A head in which the server finds no request, or one for none of its contexts: it answers by itself. */
@Weave(type = "sun.net.httpserver.ServerImpl$Exchange", method = "reject", arguments = 0,
        parameters = {"int", "java.lang.String", "java.lang.String"})
final class RefusedHandler extends Handler {
    private final HttpServerTelemetry http;
    /** Null until the server makes an exchange, whose end is measured: it also refuses what a handler threw. */
    private final MethodHandle exchange;
    private final MethodHandle security;

    RefusedHandler(HttpServerTelemetry http, Internals internals) throws ReflectiveOperationException {
        this.http = http;
        Class<?> serving = type("ServerImpl$Exchange");
        Class<?> connection = type("HttpConnection");
        exchange = internals.of(serving).unreflectGetter(serving.getDeclaredField("tx"))
                .asType(MethodType.methodType(Object.class, Object.class));
        security = MethodHandles.filterReturnValue(
                internals.of(serving).unreflectGetter(serving.getDeclaredField("connection")),
                internals.of(connection).unreflect(connection.getDeclaredMethod("getSSLContext")))
                .asType(MethodType.methodType(SSLContext.class, Object.class));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("sun.net.httpserver." + name, false, HttpServer.class.getClassLoader());
    }

    @Override
    public Object enter(Object self, Object status, Object b, Object c, Object d) {
        try {
            if ((Object) exchange.invokeExact(self) == null) {
                http.refused((SSLContext) security.invokeExact(self) != null, (Integer) status);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return null;
    }
}
