import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** Has libraries of its own that the agent has too, in old versions, and chooses its log manager and MBean server late. */
public final class OwnLibraries {
    private OwnLibraries() {
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
        System.setProperty("javax.management.builder.initial", OwnMBeanServers.class.getName());
        System.out.println("log manager " + LogManager.getLogManager().getClass());
        System.out.println("MBean servers " + OwnMBeanServers.made(ManagementFactory.getPlatformMBeanServer()));

        Span span = GlobalOpenTelemetry.getTracer("own").spanBuilder("own").startSpan();
        System.out.println("span " + span.getClass() + " " + span.getSpanContext().isValid());
        span.end();

        Object made = new ByteBuddy().subclass(Object.class)
                .method(ElementMatchers.named("toString")).intercept(FixedValue.value("made by Byte Buddy"))
                .make().load(OwnLibraries.class.getClassLoader()).getLoaded().getDeclaredConstructor().newInstance();
        System.out.println(made);
        for (Class<?> type : new Class<?>[] {GlobalOpenTelemetry.class, ByteBuddy.class}) {
            System.out.println(type.getName() + " of "
                    + type.getProtectionDomain().getCodeSource().getLocation().getPath().replaceFirst(".*/", ""));
        }
    }

    /** An application server's. */
    public static final class OwnLogManager extends LogManager {
    }
}
