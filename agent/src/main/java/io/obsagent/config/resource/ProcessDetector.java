package io.obsagent.config.resource;

import static io.obsagent.config.resource.ResourceAttributes.put;

import io.obsagent.config.Secrets;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** process.*. Arguments are masked and cut, because the resource travels with every request. */
final class ProcessDetector {
    private static final int LONGEST_ARGUMENT = 256;
    private static final int MOST_ARGUMENTS = 64;

    private final Surroundings surroundings;

    ProcessDetector(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void detect(Map<String, Object> attributes) {
        attributes.put("process.pid", pid());
        put(attributes, "process.executable.path", executable());
        List<String> arguments = arguments();
        if (!arguments.isEmpty()) {
            attributes.put("process.command_args", masked(arguments));
        }
        put(attributes, "process.runtime.name", surroundings.property("java.runtime.name"));
        put(attributes, "process.runtime.version", surroundings.property("java.runtime.version"));
        put(attributes, "process.runtime.description",
            surroundings.property("java.vm.vendor") + " " + surroundings.property("java.vm.name") + " "
                + surroundings.property("java.vm.version"));
    }

    /** From the kernel where it says: the JVM's process API starts with a thread pool and a dozen lambdas. */
    private long pid() {
        String self = canonical("/proc/self");
        int number = self == null ? -1 : self.lastIndexOf('/') + 1;
        return number > 0 && number < self.length() && Character.isDigit(self.charAt(number))
            ? Long.parseLong(self.substring(number))
            : ProcessHandle.current().pid();
    }

    private String executable() {
        String ofKernel = canonical("/proc/self/exe");
        if (ofKernel != null) {
            return ofKernel;
        }
        String home = surroundings.property("java.home");
        return home == null ? null : home + File.separator + "bin" + File.separator + "java";
    }

    /** Where a link leads; null when there is none. */
    private String canonical(String path) {
        File link = surroundings.rooted(path);
        try {
            return link.exists() ? link.getCanonicalPath() : null;
        } catch (IOException | SecurityException e) {
            return null;
        }
    }

    private List<String> arguments() {
        String line = surroundings.text("/proc/self/cmdline");
        if (line != null && !line.isEmpty()) {
            return Arrays.asList(line.split("\0"));
        }
        String[] known = ProcessHandle.current().info().arguments().orElse(new String[0]);
        return Arrays.asList(known);
    }

    /**
     * Blots out what looks like a secret: values of options with a telling name, in any of the spellings {@code -Dname=value},
     * {@code --name=value} and {@code --name value}, options of Java agents, and passwords in and after URLs.
     */
    static List<String> masked(List<String> arguments) {
        List<String> masked = new ArrayList<>();
        boolean secretNext = false;
        for (String argument : arguments) {
            if (masked.size() == MOST_ARGUMENTS) {
                masked.add("...");
                break;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            boolean option = argument.startsWith("-");
            String shown;
            if (secretNext && !option) {
                shown = Secrets.MASK;
            } else if (equals >= 0 && (Secrets.isTelling(name) || name.startsWith("-javaagent:") || name.startsWith("-agent"))) {
                shown = name + "=" + Secrets.MASK;
            } else {
                shown = Secrets.mask(argument);
            }
            masked.add(shown.length() > LONGEST_ARGUMENT ? shown.substring(0, LONGEST_ARGUMENT) + "..." : shown);
            secretNext = option && equals < 0 && Secrets.isTelling(name);
        }
        return masked;
    }
}
