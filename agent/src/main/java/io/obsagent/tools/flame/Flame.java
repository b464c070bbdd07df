package io.obsagent.tools.flame;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders a profile. */
public final class Flame {
    private static final int HOTTEST = 10;
    private static final String USAGE = String.join(System.lineSeparator(),
            "usage: java -jar obs-agent.jar flame PROFILE [options]",
            "  PROFILE            pprof (also gzip) or folded stacks",
            "  -o FILE            the page to write; without it PROFILE.html",
            "  --type NAME        which values, for example alloc_in_new_tlab_bytes; without it the last kind of the file",
            "  --span ID          only samples of this span_id",
            "  --trace ID         only samples of this trace_id",
            "  --name NAME        only samples under this span_name (a route)");

    private final Map<String, String> options = new LinkedHashMap<>();
    private Path profile;

    private Flame() {}

    /** @return the exit code of the process: 0 done, 1 failed, 2 wrong usage */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Flame flame = new Flame();
        if (!flame.parse(arguments)) {
            err.println(USAGE);
            return 2;
        }
        try {
            return flame.render(out, err);
        } catch (IOException e) {
            err.println("obs-agent: " + flame.profile + ": " + e.getMessage());
            return 1;
        }
    }

    private boolean parse(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.matches("-o|--type|--span|--trace|--name") && i + 1 < arguments.length) {
                options.put(argument, arguments[++i]);
            } else if (argument.startsWith("-") || profile != null) {
                return false;
            } else {
                try {
                    profile = Path.of(argument);
                } catch (InvalidPathException e) {
                    return false;
                }
            }
        }
        return profile != null;
    }

    private int render(PrintStream out, PrintStream err) throws IOException {
        ProfileFile file = ProfileFile.read(profile);
        int type = type(file);
        if (type < 0) {
            err.println("obs-agent: " + profile + " has no " + options.get("--type") + " but " + String.join(", ", file.types));
            return 1;
        }
        FrameTree tree = new FrameTree();
        for (Stack stack : file.stacks) {
            if (matches(stack) && type < stack.values.length) {
                tree.add(stack.frames, stack.values[type]);
            }
        }
        String name = file.types.get(type);
        Path page = Path.of(options.getOrDefault("-o", profile + ".html"));
        Files.writeString(page, page(tree, name), StandardCharsets.UTF_8);
        out.println(name + ", " + tree.total() + " in all; hottest frames:");
        tree.hottest(HOTTEST).forEach(out::println);
        out.println("flame graph: " + page.toAbsolutePath());
        return 0;
    }

    private int type(ProfileFile file) {
        String wanted = options.get("--type");
        if (wanted == null) {
            return file.types.size() - 1;
        }
        for (int i = 0; i < file.types.size(); i++) {
            if (file.types.get(i).startsWith(wanted + '/')) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(Stack stack) {
        return has(stack, "--span", "span_id") && has(stack, "--trace", "trace_id") && has(stack, "--name", "span_name");
    }

    private boolean has(Stack stack, String option, String label) {
        String wanted = options.get(option);
        return wanted == null || wanted.equals(stack.labels.get(label));
    }

    private String page(FrameTree tree, String type) throws IOException {
        try (InputStream in = Flame.class.getResourceAsStream("flame.html")) {
            if (in == null) {
                throw new IOException("the page's template is not in the jar");
            }
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String title = profile.getFileName() + (options.isEmpty() ? "" : " " + options);
            return template.replace("@TITLE@", html(title)).replace("@UNIT@", html(type.substring(type.indexOf('/') + 1)))
                    .replace("@DATA@", tree.json());
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
