package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.weave.Internals;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.HttpURLConnection;
import java.net.Socket;

/** The socket that a connection object has got, which the JDK keeps to itself. */
final class Sockets {
    private final MethodHandle socket;

    Sockets(Internals internals) throws ReflectiveOperationException {
        MethodHandle line = getter(internals, "sun.net.www.protocol.http.HttpURLConnection", "http");
        MethodHandle plug = getter(internals, "sun.net.NetworkClient", "serverSocket");
        socket = MethodHandles.filterReturnValue(line, plug.asType(plug.type().changeParameterType(0, line.type().returnType())))
                .asType(MethodType.methodType(Socket.class, HttpURLConnection.class));
    }

    private static MethodHandle getter(Internals internals, String type, String field) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(type, false, HttpURLConnection.class.getClassLoader());
        return internals.of(owner).unreflectGetter(owner.getDeclaredField(field));
    }

    /**
     * Null where there is none.
     *
     * @param connection of the JDK's own class, on its way to send a request
     */
    Socket of(HttpURLConnection connection) {
        try {
            return (Socket) socket.invokeExact(connection);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
