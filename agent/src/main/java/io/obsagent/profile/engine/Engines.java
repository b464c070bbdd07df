package io.obsagent.profile.engine;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Picks the engine for this JVM and guards its first minute. */
public final class Engines {
    private final String folder;
    private final String service;
    private final Consumer<String> note;
    private Folders folders;
    private volatile CrashMarker marker;

    /**
     * @param folder of the setting, or null
     * @param service what the JVMs of one service have in common
     * @param note gets one line for each thing that is left out
     */
    public Engines(String folder, String service, Consumer<String> note) {
        this.folder = folder;
        this.service = service;
        this.note = note;
    }

    /**
     * A running engine. async-profiler if it can be had, else the flight recorder.
     *
     * @param deadManSeconds after which the profiler stops by itself if this agent's thread no longer steers it
     * @throws IOException with the reason when nothing can be sampled here
     */
    public Engine start(Events wanted, Instrumentation instrumentation, int deadManSeconds) throws IOException {
        folders = new Folders(folder);
        CrashMarker lives = folders.candidates().isEmpty() ? null : new CrashMarker(folders.candidates().get(0), service);
        Path crash = lives == null ? null : tooManyCrashes(lives);
        if (crash != null) {
            throw new IOException("this service crashed twice within a minute after the profiler's start; delete " + crash + " to try again");
        }
        OtherProfiler.refuse();
        if (folders.configuredIsIgnored()) {
            note.accept("obs.profile.dir is not a folder that takes files: the usual folders are used");
        }
        Events allowed = JdkGates.apply(wanted, Runtime.version(), note);
        if (allowed.none()) {
            throw new IOException("nothing is left to sample");
        }
        begin(lives);
        String reason;
        try {
            Engine engine = new AsyncEngine(NativeLibrary.load(folders, instrumentation), allowed, folders, deadManSeconds);
            engine.start();
            return engine;
        } catch (OtherProfilerException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            reason = "async-profiler is not available for obs.profile";
            reason = e.getMessage() == null ? reason : reason + " (" + e.getMessage() + ')';
        }
        try {
            Engine engine = flightRecorder(allowed);
            engine.start();
            note.accept(reason + ", the JDK's flight recorder takes its place");
            return engine;
        } catch (IOException e) {
            throw new IOException(reason + ", and " + e.getMessage(), e);
        }
    }

    /** The library is loaded, and samples have been taken and read: what is most dangerous is over. */
    public void passed() {
        CrashMarker set = marker;
        if (set != null) {
            set.passed();
        }
    }

    /** The JVM has lived long enough with the profiler, or ends in good order. Any thread. */
    public void survived() {
        CrashMarker set = marker;
        if (set != null) {
            set.clear();
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

    private static Path tooManyCrashes(CrashMarker lives) {
        try {
            return lives.tooManyCrashes(System.currentTimeMillis(), ProcessHandle.current().pid());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private void begin(CrashMarker life) {
        try {
            if (life != null) {
                marker = life;
                life.set(ProcessHandle.current().pid());
            }
        } catch (IOException | RuntimeException e) {
            note.accept("no marker of a crash can be left (" + e.getMessage() + ")");
        }
    }
}
