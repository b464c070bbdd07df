package io.obsagent.smoke.overhead;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts applications without an agent, with ours, and with another one if its jar is given, in turn, and prints the
 * medians: {@code mvn -B -q package -DskipTests -Pstart-up [-Dother.agent=/path/to.jar] [-Drounds=11]
 * [-Dapplication=Hello]}.
 */
public final class StartUp {
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final String ONLY = System.getProperty("application", "");
    private static final String SPRING = "org.springframework.boot:spring-boot-starter-";

    private StartUp() {
    }

    public static void main(String[] arguments) {
        Map<String, List<Path>> applications = new LinkedHashMap<>();
        applications.put("Hello", AppSources.compile(17, List.of(), "overhead/common", "overhead/hello"));
        applications.put("Jdbc", AppSources.compile(17, Libraries.resolve("com.h2database:h2:2.4.240"),
                "overhead/common", "overhead/jdbc"));
        applications.put("WebApplication", AppSources.compile(17, Libraries.resolve(SPRING + "web:3.5.16",
                SPRING + "jdbc:3.5.16", "com.h2database:h2:2.4.240"), "overhead/common", "overhead/spring"));
        Path other = arguments.length == 0 || arguments[0].isEmpty() ? null : Path.of(arguments[0]);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            StartUpTable.printHeader();
            applications.entrySet().removeIf(application -> !ONLY.isEmpty() && !ONLY.equals(application.getKey()));
            applications.forEach((name, classPath) -> compare(name, classPath, other, receiver));
        }
    }

    private static void compare(String name, List<Path> classPath, Path other, OtlpReceiver receiver) {
        StartUpTable table = new StartUpTable(name);
        for (int round = 0; round < ROUNDS; round++) {
            table.add("none", run(JavaApp.of(name, classPath), receiver));
            table.add("obs-agent", run(JavaApp.of(name, classPath).withAgent(), receiver));
            if (other != null) {
                table.add("other", run(JavaApp.of(name, classPath).withAgent(other, ""), receiver));
            }
        }
        table.print();
    }

    private static Map<String, Long> run(JavaApp app, OtlpReceiver receiver) {
        try (AppProcess process = app.exportTo(receiver).env("OTEL_METRIC_EXPORT_INTERVAL", "60000")
                .env("OTEL_BSP_SCHEDULE_DELAY", "5000").run()) {
            Map<String, Long> figures = new LinkedHashMap<>();
            List<String> words = new ArrayList<>(List.of(process.awaitLine("ready ").split(" ")));
            words.remove(0);
            for (String word : words) {
                figures.put(word.substring(0, word.indexOf('=')), Long.parseLong(word.substring(word.indexOf('=') + 1)));
            }
            return figures;
        }
    }
}
