package io.obsagent.distribution.jar;

import io.obsagent.weave.IndexWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the agent jar from the build's class path. Entries are sorted and carry one fixed time, so that two builds of
 * one commit give the same bytes.
 */
public final class AgentJar {
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final IndexWriter index = new IndexWriter();

    private AgentJar() {}

    /**
     * @param arguments class path of the build, version, time of the entries (ISO-8601), the project's root folder, jar to
     *     write, most bytes it may have
     */
    public static void main(String[] arguments) throws IOException {
        AgentJar jar = new AgentJar();
        for (String element : Files.readString(Path.of(arguments[0])).trim().split(":")) {
            ClassPathElement.of(Path.of(element)).forEach(jar::add);
        }
        for (String name : new String[] {"LICENSE", "NOTICE"}) {
            Path file = Path.of(arguments[3], name);
            if (Files.exists(file)) {
                jar.entries.put("META-INF/" + name, Files.readAllBytes(file));
            }
        }
        jar.entries.put("META-INF/MANIFEST.MF", manifest(arguments[1]));
        jar.entries.putAll(jar.index.files());
        Path target = Path.of(arguments[4]);
        Files.createDirectories(target.getParent());
        jar.write(target, Instant.parse(arguments[2]));
        SizeGate.check(target, Long.parseLong(arguments[5]));
    }

    private static byte[] manifest(String version) {
        return String.join("\r\n",
                "Manifest-Version: 1.0",
                "Implementation-Title: obs-agent",
                "Implementation-Version: " + version,
                "Main-Class: io.obsagent.Main",
                "Premain-Class: io.obsagent.Premain",
                "Agent-Class: io.obsagent.Premain",
                "Can-Redefine-Classes: true",
                "Can-Retransform-Classes: true",
                "", "").getBytes(StandardCharsets.UTF_8);
    }

    private void add(String name, byte[] bytes) {
        String library = IndexWriter.libraryOf(name);
        if (library != null) {
            if (name.endsWith(".class")) {
                index.add(library, bytes);
            }
            entries.put("obs/" + library + "/" + name, bytes);
            return;
        }
        String folder = Folders.of(name);
        if (folder != null) {
            boolean ofSdk = name.startsWith("io/opentelemetry/") && name.endsWith(".class");
            entries.putIfAbsent(folder + name, ofSdk ? SdkLogging.replaced(bytes) : bytes);
        }
    }

    private void write(Path target, Instant time) throws IOException {
        LocalDateTime entryTime = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        try (OutputStream file = Files.newOutputStream(target); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            // The JVM looks for the manifest first.
            put(zip, "META-INF/MANIFEST.MF", entries.remove("META-INF/MANIFEST.MF"), entryTime);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue(), entryTime);
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
