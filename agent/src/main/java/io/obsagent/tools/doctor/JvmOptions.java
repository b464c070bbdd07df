package io.obsagent.tools.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options a JVM is given, and where from. Variables are split as HotSpot does: at white space, outside of single or
 * double quotes. Immutable.
 */
final class JvmOptions {
    static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";
    static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";
    static final String COMMAND = "the command line";

    private static final String AGENT = "-javaagent:";

    /** Options of the launcher whose value is a word of its own; {@code -jar} and {@code -m} are none, as theirs ends the options. */
    private static final Set<String> VALUE_FOLLOWS = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path",
            "--upgrade-module-path", "--add-modules", "--limit-modules", "--add-exports", "--add-opens", "--add-reads",
            "--patch-module", "--enable-native-access", "--source");

    private final List<Option> options;

    private JvmOptions(List<Option> options) {
        this.options = Collections.unmodifiableList(options);
    }

    static JvmOptions of(Map<String, String> environment, List<String> command) {
        List<Option> options = new ArrayList<>();
        for (String variable : new String[] {TOOL_OPTIONS, JAVA_OPTIONS, "_JAVA_OPTIONS"}) {
            for (String word : words(environment.getOrDefault(variable, ""))) {
                options.add(new Option(variable, word));
            }
        }
        // The first word is the program; the first one that is no option ends the JVM's own and begins the application's.
        for (int i = 1; i < command.size() && command.get(i).startsWith("-"); i++) {
            options.add(new Option(COMMAND, command.get(i)));
            if (VALUE_FOLLOWS.contains(command.get(i))) {
                i++;
            }
        }
        return new JvmOptions(options);
    }

    List<Option> all() {
        return options;
    }

    /** The value of the last {@code -Dname=}, or null. */
    String property(String name) {
        String value = null;
        for (Option option : options) {
            if (option.word.startsWith("-D" + name + "=")) {
                value = option.word.substring(name.length() + 3);
            }
        }
        return value;
    }

    static boolean hasUnmatchedQuote(String text) {
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inside) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inside = false;
            } else {
                inside = true;
                if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            }
        }
        if (inside) {
            words.add(word.toString());
        }
        return words;
    }

    /** One word and the variable, or the command line, that it comes from. */
    static final class Option {
        final String source;
        final String word;

        Option(String source, String word) {
            this.source = source;
            this.word = word;
        }

        boolean isAgent() {
            return word.startsWith(AGENT);
        }

        /** Path of the jar of a {@code -javaagent}. */
        String jar() {
            int equals = word.indexOf('=');
            return word.substring(AGENT.length(), equals < 0 ? word.length() : equals);
        }

        /** What follows the jar of a {@code -javaagent}; null where nothing does. */
        String agentArguments() {
            int equals = word.indexOf('=');
            return equals < 0 ? null : word.substring(equals + 1);
        }
    }
}
