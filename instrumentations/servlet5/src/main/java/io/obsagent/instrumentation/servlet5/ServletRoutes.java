package io.obsagent.instrumentation.servlet5;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.telemetry.http.ServletMappings;
import java.util.Collections;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** The mapping by which a request reached a servlet, as its route. Mappings are read once for each servlet. */
final class ServletRoutes {
    private static final ServletMappings UNKNOWN = new ServletMappings("", Collections.<String>emptyList());

    private final WeakTable<Servlet, ServletMappings> mappings = new WeakTable<>();

    void name(HttpServerOperation operation, Servlet servlet, ServletRequest request) {
        if (!(request instanceof HttpServletRequest)) {
            return;
        }
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getServletPath();
        if (path != null) {
            operation.route(of(servlet).route(path, http.getPathInfo()), RouteSource.MOUNT);
        }
    }

    private ServletMappings of(Servlet servlet) {
        ServletMappings known = mappings.get(servlet);
        if (known == null) {
            known = read(servlet.getServletConfig());
            mappings.put(servlet, known);
        }
        return known;
    }

    private static ServletMappings read(ServletConfig config) {
        try {
            ServletContext context = config == null ? null : config.getServletContext();
            ServletRegistration registration =
                    context == null ? null : context.getServletRegistration(config.getServletName());
            return registration == null
                    ? UNKNOWN
                    : new ServletMappings(context.getContextPath(), registration.getMappings());
        } catch (UnsupportedOperationException | IllegalStateException e) {
            return UNKNOWN; // contexts may refuse: the specification lets those of listeners do so
        }
    }
}
