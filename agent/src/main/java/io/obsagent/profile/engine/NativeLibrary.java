package io.obsagent.profile.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import one.profiler.AsyncProfiler;

/** Brings async-profiler's library from the jar into the process. */
final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * Tries one folder after the other; the copy is deleted once loaded.
     *
     * @throws IOException with the reasons, when there is no library for the platform or no folder it can be run from
     */
    static AsyncProfiler load(Folders folders, Instrumentation instrumentation) throws IOException {
        ClassLoader loader = NativeLibrary.class.getClassLoader();
        String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (resource == null) {
            throw new IOException("async-profiler has no library for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        NativeAccess.grant(instrumentation, loader);
        StringBuilder reasons = new StringBuilder();
        for (Path folder : folders.candidates()) {
            try (InputStream in = loader.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException(resource + " is not in the agent jar");
                }
                return load(Folders.copy(folder, in, ".so"));
            } catch (IOException | RuntimeException | LinkageError e) {
                String reason = e instanceof LinkageError ? "not executable" : e.getClass().getSimpleName();
                reasons.append(reasons.length() == 0 ? "" : "; ").append(folder).append(": ").append(reason);
            }
        }
        throw new IOException("the library of async-profiler could not be loaded from any folder (" + reasons + "); name one by obs.profile.dir");
    }

    private static AsyncProfiler load(Path library) throws IOException {
        try {
            return AsyncProfiler.getInstance(library.toString());
        } finally {
            Files.deleteIfExists(library);
        }
    }

    /** Null for a platform without library. */
    static String resource(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "macos/libasyncProfiler.so";
        }
        if (!system.contains("linux")) {
            return null;
        }
        switch (arch) {
            case "amd64":
            case "x86_64":
                return "linux-x64/libasyncProfiler.so";
            case "aarch64":
                return "linux-arm64/libasyncProfiler.so";
            default:
                return null;
        }
    }
}
