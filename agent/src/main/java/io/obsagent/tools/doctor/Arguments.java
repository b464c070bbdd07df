package io.obsagent.tools.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/** The command line of the doctor. */
final class Arguments {
    boolean help;
    boolean strict;
    boolean offline;
    /** Null unless given. */
    String rootfs;
    /** Null unless given. */
    String pid;
    final Map<String, String> environment = new LinkedHashMap<>();

    private Arguments() {}

    /** @throws IllegalArgumentException naming the argument that is not understood */
    static Arguments parse(String[] args) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            int equals = name.startsWith("--") ? name.indexOf('=') : -1;
            String attached = equals < 0 ? null : name.substring(equals + 1);
            name = equals < 0 ? name : name.substring(0, equals);
            switch (name) {
                case "--help":
                case "-h":
                    parsed.help = true;
                    break;
                case "--strict":
                    parsed.strict = true;
                    break;
                case "--offline":
                    parsed.offline = true;
                    break;
                case "--rootfs":
                case "--pid":
                case "--env":
                    if (attached == null && ++i == args.length) {
                        throw new IllegalArgumentException(name + " needs a value");
                    }
                    parsed.set(name, attached == null ? args[i] : attached);
                    break;
                default:
                    throw new IllegalArgumentException("unknown argument " + args[i]);
            }
        }
        if (parsed.rootfs != null && parsed.pid != null) {
            throw new IllegalArgumentException("--rootfs and --pid exclude one another");
        }
        return parsed;
    }

    private void set(String name, String value) {
        if (name.equals("--rootfs")) {
            rootfs = value;
        } else if (name.equals("--env")) {
            int equals = value.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("--env needs NAME=VALUE, not " + value);
            }
            environment.put(value.substring(0, equals), value.substring(equals + 1));
        } else if (value.matches("[0-9]+")) {
            pid = value;
        } else {
            throw new IllegalArgumentException("--pid needs a number, not " + value);
        }
    }
}
