package io.obsagent.smoke.delivery.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a container gave it, one {@code name=value} a line. */
public final class App {
    private App() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("agent=" + hasAgent());
        System.out.println("user=" + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        System.out.println("root.writable=" + Files.isWritable(Path.of("/")));
        for (String folder : new String[] {"/obs-agent", "/opt/obs-agent"}) {
            if (Files.isDirectory(Path.of(folder))) {
                System.out.println("agent.folder.writable=" + creates(Path.of(folder, "probe")));
            }
        }
        System.out.println("heap=" + Runtime.getRuntime().maxMemory() / (1 << 20));
        System.getenv().forEach((name, value) -> System.out.println("env." + name + "=" + value));
    }

    private static boolean hasAgent() {
        try {
            Class.forName("java.lang.ObsBridge", false, null);
            return true;
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private static boolean creates(Path file) {
        try {
            Files.delete(Files.createFile(file));
            return true;
        } catch (Exception refused) {
            return false;
        }
    }
}
