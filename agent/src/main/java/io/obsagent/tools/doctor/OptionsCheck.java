package io.obsagent.tools.doctor;

import io.obsagent.config.Secrets;
import java.util.regex.Pattern;

/** What JAVA_TOOL_OPTIONS and its relatives do to a JVM before any of our code runs. */
final class OptionsCheck implements Check {
    private static final Pattern VARIABLE = Pattern.compile("\\$[({]\\w+[)}]|\\$\\w+");
    private static final String[] VARIABLES = {JvmOptions.TOOL_OPTIONS, JvmOptions.JAVA_OPTIONS, "_JAVA_OPTIONS"};

    @Override
    public void run(Target target, Report report) {
        boolean any = false;
        for (String variable : VARIABLES) {
            String text = target.environment.getOrDefault(variable, "");
            if (JvmOptions.hasUnmatchedQuote(text)) {
                report.problem(variable, "has a quote that does not end: the JVM ends with \"Unmatched quote\"",
                        "close it");
                any = true;
            }
        }
        for (JvmOptions.Option option : target.options.all()) {
            if (!option.source.equals(JvmOptions.COMMAND)) {
                any |= reference(option, report) | argumentFile(option, report) | unstable(target, option, report);
            }
            any |= secret(option, report);
        }
        if (!any && target.environment.containsKey(JvmOptions.TOOL_OPTIONS)) {
            report.ok(JvmOptions.TOOL_OPTIONS, "no trap");
        }
    }

    private static boolean reference(JvmOptions.Option option, Report report) {
        if (!VARIABLE.matcher(option.word).find()) {
            return false;
        }
        report.problem(option.source, "still holds " + option.word + ": Kubernetes knows no variable of the image, and the "
                + "JVM ends with \"Unrecognized option\" or looks for a file of that name",
                "write the whole value out, behind the options that the image sets");
        return true;
    }

    private static boolean argumentFile(JvmOptions.Option option, Report report) {
        if (!option.word.startsWith("@") || option.source.equals(JvmOptions.JAVA_OPTIONS)) {
            return false;
        }
        report.problem(option.source, option.word + ": this variable takes no argument files, the JVM ends with "
                + "\"Unrecognized option\"", "move it to " + JvmOptions.JAVA_OPTIONS);
        return true;
    }

    /** An -XX option that one JVM of the container does not know ends that JVM, be it keytool's. */
    private static boolean unstable(Target target, JvmOptions.Option option, Report report) {
        if (!option.word.startsWith("-XX:") || !option.source.equals(JvmOptions.TOOL_OPTIONS)
                || option.word.startsWith("-XX:VMOptionsFile") || forgiving(target)) {
            return false;
        }
        report.warning(option.source, option.word + " reaches every JVM of the container; one that does not know it ends "
                + "with \"Unrecognized VM option\"",
                "put -XX:+IgnoreUnrecognizedVMOptions in front, or move it to " + JvmOptions.JAVA_OPTIONS);
        return true;
    }

    private static boolean forgiving(Target target) {
        for (JvmOptions.Option option : target.options.all()) {
            if (option.word.startsWith("-XX:")) {
                return option.word.equals("-XX:+IgnoreUnrecognizedVMOptions");
            }
        }
        return false;
    }

    private static boolean secret(JvmOptions.Option option, Report report) {
        String name = secretName(option);
        if (name == null) {
            return false;
        }
        String seen = option.source.equals(JvmOptions.COMMAND) ? "ps shows it" : "the JVM prints it to standard error";
        report.problem(option.source, "holds a secret (" + name + "); " + seen,
                "set it as an environment variable from a secret, or in the file named by OBS_CONFIG_FILE");
        return true;
    }

    /** Name of the property or agent argument that looks like a secret, or null. */
    private static String secretName(JvmOptions.Option option) {
        String pairs = option.isAgent() ? option.agentArguments()
                : option.word.startsWith("-D") ? option.word.substring(2) : null;
        if (pairs == null) {
            return null;
        }
        for (String pair : option.isAgent() ? pairs.split(",") : new String[] {pairs}) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                String name = pair.substring(0, equals);
                String value = pair.substring(equals + 1);
                if (isSecret(name, value)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** Paths are no secrets, though their setting may be called keyStore. */
    private static boolean isSecret(String name, String value) {
        boolean telling = Secrets.isTelling(name) || name.endsWith("headers");
        return telling && !value.startsWith("/") && !value.equals("true") && !value.equals("false")
                || !Secrets.maskUserInfo(value).equals(value);
    }
}
