import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/** The application's choice, which counts only while nobody has asked for an MBean server. */
public final class OwnMBeanServers extends MBeanServerBuilder {
    private static MBeanServer made;

    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        made = super.newMBeanServer(domain, outer, delegate);
        return made;
    }

    static boolean made(MBeanServer server) {
        return made == server;
    }
}
