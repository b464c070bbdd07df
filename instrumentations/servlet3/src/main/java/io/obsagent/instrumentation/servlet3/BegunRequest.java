package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import java.io.FileNotFoundException;
import javax.servlet.DispatcherType;
import javax.servlet.UnavailableException;
import javax.servlet.http.HttpServletResponse;

/**
 * A request of an {@link UnknownContainer} in the call that it began with. How it goes on is marked at the operation, by
 * a constant that is one for the class loaders of the container and of the application.
 */
final class BegunRequest {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    final HttpServerOperation operation;
    private final HttpServletResponse response;

    BegunRequest(HttpServerOperation operation, HttpServletResponse response) {
        this.operation = operation;
        this.response = response;
        operation.exchange(DispatcherType.REQUEST);
        operation.attach();
    }

    /** The container makes an error page of what is thrown, unless the answer is on its way. */
    void returned(Throwable thrown) {
        operation.detach();
        if (operation.exchange() == DispatcherType.REQUEST) {
            boolean replaced = thrown != null && !response.isCommitted();
            operation.end(replaced ? status(thrown) : response.getStatus(), response, ServletResponseHeaders.READER);
        }
    }

    /** As the specification has it; Liberty, whose file servlet throws for a missing file, also knows those. */
    private int status(Throwable thrown) {
        if (thrown instanceof UnavailableException) {
            return ((UnavailableException) thrown).isPermanent() ? NOT_FOUND : UNAVAILABLE;
        }
        String container = response.getClass().getName();
        boolean liberty = container.startsWith("io.openliberty.") || container.startsWith("com.ibm.");
        return liberty && thrown instanceof FileNotFoundException ? NOT_FOUND : SERVER_ERROR;
    }
}
