import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** An AMQP broker for versions 0-9-1 and 1.0 in this process, all in memory; ends with its standard input. */
public final class QpidBroker {
    /** Clients of AMQP 1.0 declare nothing: queues of these names are made by whoever uses them first. */
    private static final String VIRTUAL_HOST = "{'type': 'Memory', 'nodeAutoCreationPolicies': [{'pattern': 'auto[.].*',"
            + " 'createdOnPublish': 'true', 'createdOnConsume': 'true', 'nodeType': 'queue', 'attributes': {}}]}";

    private QpidBroker() {
    }

    /** First argument: the port to listen on. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("qpid");
        Path configuration = folder.resolve("broker.json");
        Files.write(configuration, configuration(arguments[0]).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("type", "Memory");
        attributes.put("initialConfigurationLocation", configuration.toUri().toString());
        attributes.put("startupLoggedToSystemOut", false);
        Map<String, String> context = new HashMap<>();
        context.put("qpid.work_dir", folder.toString());
        attributes.put("context", context);
        SystemLauncher launcher = new SystemLauncher();
        launcher.startup(attributes);
        System.out.println("port " + arguments[0]);
        while (System.in.read() >= 0) {
            continue;
        }
        launcher.shutdown();
        System.exit(0);
    }

    private static String configuration(String port) {
        return String.join("\n", "{",
                "  'name': 'broker', 'modelVersion': '9.1',",
                "  'authenticationproviders': [{'name': 'plain', 'type': 'Plain',",
                "    'secureOnlyMechanisms': [], 'users': [{'name': 'guest', 'type': 'managed', 'password': 'guest'}]}],",
                "  'ports': [{'name': 'amqp', 'port': '" + port + "', 'bindingAddress': '127.0.0.1',",
                "    'authenticationProvider': 'plain', 'protocols': ['AMQP_0_9_1', 'AMQP_1_0'],",
                "    'virtualhostaliases': [{'name': 'default', 'type': 'defaultAlias'},",
                "      {'name': 'name', 'type': 'nameAlias'}, {'name': 'host', 'type': 'hostnameAlias'}]}],",
                "  'virtualhostnodes': [{'name': 'default', 'type': 'Memory', 'defaultVirtualHostNode': 'true',",
                "    'virtualHostInitialConfiguration': '" + VIRTUAL_HOST.replace("'", "\\\"") + "'}]",
                "}").replace('\'', '"');
    }
}
