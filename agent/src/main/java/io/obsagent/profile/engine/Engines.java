package io.obsagent.profile.engine;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Picks the engine for this JVM and guards its first minute. */
public final class Engines {
    private final Folders folders;
    private final Consumer<String> note;
    private final CrashMarker marker;

    /**
     * @param folder of the setting, or null
     * @param service what the JVMs of one service have in common
     * @param note gets one line for each thing that is left out
     */
    public Engines(String folder, String service, Consumer<String> note) {
        this.folders = new Folders(folder);
        this.note = note;
        Path first = folders.candidates().isEmpty() ? null : folders.candidates().get(0);
        this.marker = first == null ? null : new CrashMarker(first, service);
    }

    /**
     * A running engine. async-profiler if it can be had, else the flight recorder.
     *
     * @param deadManSeconds after which the profiler stops by itself if this agent's thread no longer steers it
     * @throws IOException with the reason when nothing can be sampled here
     */
    public Engine start(Events wanted, Instrumentation instrumentation, int deadManSeconds) throws IOException {
        Path death = marker == null ? null : tooManyDeaths();
        if (death != null) {
            throw new IOException("this service died twice within a minute after the profiler's start; delete " + death + " to try again");
        }
        OtherProfiler.refuse();
        if (folders.configuredIsIgnored()) {
            note.accept("obs.profile.dir is not a folder that takes files: the usual folders are used");
        }
        Events allowed = JdkGates.apply(wanted, Runtime.version(), note);
        if (allowed.none()) {
            throw new IOException("nothing is left to sample");
        }
        setMarker();
        try {
            Engine engine = new AsyncEngine(NativeLibrary.load(folders, instrumentation), allowed, folders, deadManSeconds);
            engine.start();
            return engine;
        } catch (IOException | RuntimeException | LinkageError e) {
            note.accept("async-profiler is not available, the JDK's flight recorder takes its place: " + e.getMessage());
        }
        Engine engine = flightRecorder(allowed);
        engine.start();
        return engine;
    }

    /** The JVM has lived long enough with the profiler, or ends in good order. */
    public void survived() {
        if (marker != null) {
            marker.clear();
        }
    }

    private Engine flightRecorder(Events allowed) throws IOException {
        try {
            Class.forName("jdk.jfr.Recording", false, Engines.class.getClassLoader());
            return new JfrEngine(allowed, folders);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IOException("this runtime has no module jdk.jfr", e);
        }
    }

    private Path tooManyDeaths() {
        try {
            return marker.tooManyDeaths(System.currentTimeMillis(), ProcessHandle.current().pid());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private void setMarker() {
        try {
            if (marker != null) {
                marker.set(ProcessHandle.current().pid());
            }
        } catch (IOException | RuntimeException e) {
            note.accept("no marker of a crash can be left (" + e.getMessage() + ")");
        }
    }
}
