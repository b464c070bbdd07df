package io.obsagent.distribution.jar;

/**
 * Which folder of the agent jar an entry of the class path goes to, and what stays out because nothing of the agent
 * reaches it.
 */
final class Folders {
    private static final String[] LEFT_OUT = {
        "META-INF/", "module-info", "io/obsagent/distribution/",
        // Build time only.
        "io/obsagent/weave/IndexWriter", "io/obsagent/weave/WeaveAnnotations", "io/obsagent/weave/ForeignReferences",
        // Byte Buddy's own way to attach on Windows, for JVMs without the module jdk.attach, and only together with JNA.
        "win32-",
        // The SDK's own span processor and its queue: ours is export.pipeline.
        "io/opentelemetry/internal/shaded/",
        // Of the SDK's encoders only that of metrics: spans are encoded by export.
        "io/opentelemetry/exporter/internal/otlp/traces/", "io/opentelemetry/exporter/internal/otlp/logs/",
        "io/opentelemetry/proto/trace/", "io/opentelemetry/proto/logs/", "io/opentelemetry/proto/profiles/",
        "io/opentelemetry/proto/collector/trace/", "io/opentelemetry/proto/collector/logs/",
        // Of the JFR converter only the reader, of async-profiler all but its own agent.
        "one/convert/", "one/heatmap/", "one/proto/", "flame.html", "heatmap.html", "tree.html", "one/profiler/Agent",
    };
    /** Of Byte Buddy only its ASM and the attaching are used: 0.3 of 9 MB. */
    private static final String[] OF_BYTE_BUDDY = {"net/bytebuddy/jar/asm/", "net/bytebuddy/agent/"};

    private Folders() {}

    /** The folder with its slash, empty for the root; null for what stays out. */
    static String of(String name) {
        for (String prefix : LEFT_OUT) {
            if (name.startsWith(prefix)) {
                return null;
            }
        }
        if (name.startsWith("net/bytebuddy/")) {
            return isUsedOfByteBuddy(name) ? "obs/agent/" : null;
        }
        if (name.startsWith("java/lang/")) {
            return "obs/bridge/";
        }
        boolean frontDoor = name.startsWith("io/obsagent/") && name.indexOf('/', "io/obsagent/".length()) < 0;
        return frontDoor ? "" : "obs/agent/";
    }

    private static boolean isUsedOfByteBuddy(String name) {
        for (String prefix : OF_BYTE_BUDDY) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
