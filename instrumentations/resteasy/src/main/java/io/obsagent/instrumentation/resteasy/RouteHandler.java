package io.obsagent.instrumentation.resteasy;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URI;
import org.jboss.resteasy.spi.HttpRequest;

/** A resource method is about to be called. */
@Weave(type = "org.jboss.resteasy.core.ResourceMethodInvoker", method = "invoke", parameters = {
    "org.jboss.resteasy.spi.HttpRequest", "org.jboss.resteasy.spi.HttpResponse", "java.lang.Object"})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;
    private final Templates templates;
    private final MethodHandle baseUri;

    RouteHandler(HttpServerTelemetry http, Templates templates) throws ReflectiveOperationException {
        this.http = http;
        this.templates = templates;
        this.baseUri = baseUri();
    }

    /** By reflection: {@code getUri()} returns a type of javax.ws.rs or of jakarta.ws.rs. */
    private static MethodHandle baseUri() throws ReflectiveOperationException {
        Method uri = HttpRequest.class.getMethod("getUri");
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        return MethodHandles.filterReturnValue(lookup.unreflect(uri),
                lookup.unreflect(uri.getReturnType().getMethod("getBaseUri")));
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        HttpServerOperation operation = http.current();
        if (operation != null) {
            operation.route(base((HttpRequest) request), templates.mount(request), templates.of(self),
                    RouteSource.CONTROLLER);
        }
        return null;
    }

    private String base(HttpRequest request) {
        try {
            String base = ((URI) baseUri.invokeExact(request)).getPath();
            return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
