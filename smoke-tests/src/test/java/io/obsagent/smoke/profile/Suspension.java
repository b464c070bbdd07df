package io.obsagent.smoke.profile;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Stops one thread of another JVM from outside, as a debugger does, and lets it go on: a thread that hangs, and recovers. */
final class Suspension implements AutoCloseable {
    private final VirtualMachine debugged;
    private final ThreadReference thread;

    private Suspension(VirtualMachine debugged, ThreadReference thread) {
        this.debugged = debugged;
        this.thread = thread;
        thread.suspend();
    }

    /** A port to open a JVM at that is to be stopped. */
    static int open(JavaApp app) {
        int port = Ports.free();
        app.jvmOption("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port);
        return port;
    }

    static Suspension of(int port, String threadName) {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.transport().name().equals("dt_socket")).findFirst().orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
            VirtualMachine debugged = sockets.attach(arguments);
            ThreadReference thread = debugged.allThreads().stream().filter(one -> one.name().equals(threadName)).findFirst().orElseThrow();
            return new Suspension(debugged, thread);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new AssertionError(e);
        }
    }

    /** The thread goes on. */
    @Override
    public void close() {
        thread.resume();
        debugged.dispose();
    }
}
