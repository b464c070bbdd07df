package io.obsagent.profile;

import io.obsagent.config.Settings;
import io.obsagent.profile.attribution.SpanSamples;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * A small service under the profiler as the agent starts it. Prints a line for each request that was sampled:
 * {@code request SPAN TRACE attributes}, and at the end how long closing took. Ends with its input, or after the
 * milliseconds of its argument.
 */
public final class ProfiledService {
    /** So long that a close which uses it up has waited in vain, however busy the machine is. */
    static final long CLOSE_MILLIS = 30_000;
    private static final long MILLI = 1_000_000;
    private static final Deque<byte[]> KEPT = new ArrayDeque<>();
    private static final Object LOCK = new Object();

    private static volatile boolean over;

    private ProfiledService() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.of(null, System.getProperties(), System.getenv());
        Telemetry telemetry = new Telemetry(settings, true, ProfiledService::print);
        ProfileSettings profiles = ProfileSettings.of(settings);
        settings.warnings().lines().forEach(line -> System.out.println("warning " + line));
        Map<String, String> resource = Map.of("service.name", "shop", "host.name", "test-host");
        Profiling profiling = Profiling.start(profiles, resource, ByteBuddyAgent.getInstrumentation(), telemetry, "obs-agent-test");
        Thread contender = new Thread(ProfiledService::contend);
        contender.start();
        Thread input = new Thread(ProfiledService::awaitEndOfInput);
        input.setDaemon(true);
        input.start();
        long end = System.nanoTime() + Integer.parseInt(args[0]) * MILLI;
        while (!over && System.nanoTime() < end) {
            request(telemetry, "GET /orders", 60_000, 40_000);
            request(telemetry, "GET /idle", 100, 100);
        }
        over = true;
        contender.join();
        long start = System.nanoTime();
        if (profiling != null) {
            profiling.close(CLOSE_MILLIS);
        }
        System.out.println("closed after " + (System.nanoTime() - start) / MILLI + " ms");
        System.out.println("application ended well, kept " + KEPT.size());
    }

    private static void request(Telemetry telemetry, String name, long ownMicros, long callMicros) {
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.name(name);
        request.attach();
        Burners.burn(0, ownMicros);
        Operation call = telemetry.thread().start(Layer.DATABASE, Kind.CLIENT);
        call.name("SELECT orders");
        call.attach();
        Burners.burn(1, callMicros);
        LockSupport.parkNanos(callMicros * 1_000);
        call.detach();
        call.end(null);
        keep();
        synchronized (LOCK) {
            LOCK.notifyAll();
        }
        request.detach();
        request.end(null);
    }

    /** Some of the garbage is garbage only later. */
    private static void keep() {
        for (int i = 0; i < 16; i++) {
            KEPT.addLast(new byte[64 * 1024]);
        }
        while (KEPT.size() > 512) {
            KEPT.removeFirst();
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.out.println("no input: " + e);
        }
        over = true;
    }

    private static void contend() {
        while (!over) {
            synchronized (LOCK) {
                LockSupport.parkNanos(30 * MILLI);
            }
            LockSupport.parkNanos(5 * MILLI);
        }
    }

    private static void print(Operation operation) {
        Map<String, Object> attributes = new TreeMap<>();
        for (int i = 0; i < operation.span().attributeCount(); i++) {
            attributes.put(operation.span().attributeKey(i).name(), operation.span().attributeValue(i));
        }
        if (attributes.containsKey(SpanSamples.PROFILE_ID)) {
            System.out.printf("%s %016x %016x%016x %s %s%n", operation.parent() == null ? "request" : "call",
                    operation.spanId(), operation.trace().high(), operation.trace().low(), operation.span().name().replace(' ', '_'), attributes);
        }
    }
}
