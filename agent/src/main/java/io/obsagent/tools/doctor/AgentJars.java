package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Tells agents apart by what their manifest names, whatever the file is called. */
final class AgentJars {
    private AgentJars() {}

    /** The {@code Premain-Class}; empty where the jar cannot be read or has none. */
    static String premainClass(Target target, String jar) {
        try {
            Path file = target.root.resolve(jar);
            try (JarFile opened = new JarFile(file.toFile())) {
                Manifest manifest = opened.getManifest();
                String name = manifest == null ? null : manifest.getMainAttributes().getValue("Premain-Class");
                return name == null ? "" : name;
            }
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** By manifest, or by the names that our manifests and image use where the jar is not there yet. */
    static boolean isOurs(Target target, String jar) {
        String premain = premainClass(target, jar);
        return premain.isEmpty() ? jar.contains("obs-agent") : premain.startsWith("io.obsagent.");
    }
}
