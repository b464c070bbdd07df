package io.obsagent.distribution.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The folder that Maven Central takes as a bundle, but for the signatures: the jar under a POM of its own that has no
 * parent and no dependencies, since everything is inside; sources; documentation; MD5 and SHA-1 of each.
 */
final class CentralFiles {
    private static final String COORDINATES = "central/io/obsagent/obs-agent/";

    private CentralFiles() {}

    static List<Path> write(Path project, Path output, String version, Instant built) throws IOException {
        Path folder = Files.createDirectories(output.resolve(COORDINATES + version));
        String base = "obs-agent-" + version;
        Path template = project.resolve("distribution/src/main/pom/obs-agent.pom");
        String pom = Files.readString(template).replace("@version@", version);
        Map<String, byte[]> files = new TreeMap<>();
        files.put(base + ".pom", pom.getBytes(StandardCharsets.UTF_8));
        files.put(base + ".jar", Files.readAllBytes(project.resolve("distribution/target/obs-agent.jar")));
        files.put(base + "-sources.jar", zip(sources(project), built));
        files.put(base + "-javadoc.jar", zip(documentation(project), built));
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            written.add(Files.write(path, file.getValue()));
            for (String algorithm : new String[] {"MD5", "SHA-1"}) {
                String ending = algorithm.toLowerCase(Locale.ROOT).replace("-", "");
                Files.writeString(Path.of(path + "." + ending), hash(algorithm, file.getValue()));
            }
        }
        return written;
    }

    private static Map<String, byte[]> sources(Path project) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = project.relativize(file).toString();
                int source = name.indexOf("src/main/java/");
                if (source >= 0 && name.matches("(agent|bootstrap|instrumentations)/.*")) {
                    entries.put(name.substring(source + "src/main/java/".length()), Files.readAllBytes(file));
                }
            }
        }
        return entries;
    }

    /** Nobody calls an agent: its documentation is for people, not an API. */
    private static Map<String, byte[]> documentation(Path project) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Path folder : List.of(project, project.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files.filter(each -> each.toString().endsWith(".md"))::iterator) {
                    entries.put(project.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries, Instant time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
