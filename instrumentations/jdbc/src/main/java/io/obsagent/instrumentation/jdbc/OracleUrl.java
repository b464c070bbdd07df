package io.obsagent.instrumentation.jdbc;

import java.util.Properties;

/**
 * What follows {@code jdbc:oracle:}: {@code thin:}, {@code oci:} or {@code kprb:}, perhaps {@code user/password},
 * {@code @}, and then an EZConnect name, {@code host:port:sid}, a TNS description, an LDAP address or an alias.
 * The namespace is the service name or SID, else the alias.
 */
final class OracleUrl {
    private static final String SYSTEM = "oracle.db";

    private OracleUrl() {}

    static Database parse(String rest, Properties info) {
        int description = rest.indexOf("@(");
        if (description >= 0) {
            return ofDescription(rest.substring(description + 1));
        }
        String head = UrlText.before(rest, "?");
        head = head.indexOf('@') < 0 ? rest : head;
        int at = head.lastIndexOf('@');
        if (at < 0 || head.lastIndexOf(':', at) < 0) {
            return new Database(SYSTEM, null, null, -1);
        }
        String target = head.substring(at + 1);
        if (UrlText.startsWith(target, "ldap")) {
            return ofLdap(target);
        }
        int slashes = target.indexOf("//");
        boolean alias = slashes < 0 && UrlText.firstOf(target, ":/[", 0) >= target.length();
        // An alias of tnsnames.ora has neither port nor service; dots in it may stand for a domain.
        return alias ? database(target, HostPort.NONE) : ofEasyConnect(target.substring(slashes < 0 ? 0 : slashes + 2));
    }

    private static Database ofEasyConnect(String text) {
        int slash = text.indexOf('/');
        int bracket = text.startsWith("[") ? Math.max(text.indexOf(']'), 0) : 0;
        String hosts = slash < 0 ? text : text.substring(0, slash);
        int port = hosts.indexOf(':', bracket);
        int sid = port < 0 ? -1 : hosts.indexOf(':', port + 1);
        if (sid >= 0 && hosts.indexOf(',') < 0) {
            return checked(hosts.substring(sid + 1), hosts.substring(0, sid), HostPort.of(hosts.substring(0, sid)));
        }
        HostPort first = HostPort.of(hosts);
        if (first.port < 0 && hosts.indexOf(',') >= 0) {
            // host1,host2:1521: the port behind the last host is everyone's.
            first = new HostPort(first.host, UrlText.port(hosts.substring(hosts.lastIndexOf(':') + 1)));
        }
        return checked(slash < 0 ? null : text.substring(slash + 1), hosts, first);
    }

    /** Where the host makes no sense, what follows it may be anything, a password too. */
    private static Database checked(String service, String hosts, HostPort server) {
        return database(server.host == null && !hosts.isEmpty() ? null : service, server);
    }

    /** {@code service:server_mode/instance} tells the service first. */
    private static Database database(String service, HostPort server) {
        return new Database(SYSTEM, service == null ? null : UrlText.name(UrlText.before(service, ":/,;?(")),
                server.host, server.port);
    }

    private static Database ofLdap(String text) {
        int slashes = text.indexOf("//");
        if (slashes < 0) {
            return new Database(SYSTEM, null, null, -1);
        }
        int slash = UrlText.firstOf(text, "/", slashes + 2);
        // The host is the directory's, not the database's: only the name it is asked for is known.
        return database(slash >= text.length() ? null : text.substring(slash + 1), HostPort.NONE);
    }

    private static Database ofDescription(String text) {
        String host = value(text, "host");
        String port = value(text, "port");
        String service = value(text, "service_name");
        HostPort server = host == null ? HostPort.NONE : HostPort.of(host);
        return database(service != null ? service : value(text, "sid"),
                new HostPort(server.host, port == null || server.host == null ? -1 : UrlText.port(port)));
    }

    /** The value of the first {@code (key = value)}, white space and case aside. */
    private static String value(String text, String key) {
        for (int i = text.indexOf('('); i >= 0; i = text.indexOf('(', i + 1)) {
            int equals = UrlText.firstOf(text, "=()", i + 1);
            if (equals < text.length() && text.charAt(equals) == '='
                    && text.substring(i + 1, equals).trim().equalsIgnoreCase(key)) {
                return text.substring(equals + 1, UrlText.firstOf(text, "()", equals)).trim();
            }
        }
        return null;
    }
}
