package io.obsagent.smoke.context;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.weave.IndexWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The packaged agent with the probe library of {@code src/apps/hops-probe} added. */
final class ProbeAgent {
    private static final String LIBRARIES = "obs/";

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final IndexWriter index = new IndexWriter();

    private ProbeAgent() {
    }

    /** Writes the agent into this folder. */
    static Path in(Path folder) {
        try {
            ProbeAgent agent = new ProbeAgent();
            agent.addAll(AgentJar.packaged(), "");
            agent.addAll(probe(), LIBRARIES + "probe/");
            return agent.write(folder.resolve("probe-agent.jar"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot assemble the probe agent", e);
        }
    }

    private void addAll(Path jar, String folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(folder + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private static Path probe() throws URISyntaxException {
        Path core = Path.of(IndexWriter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return AppSources.compile(11, List.of(core), "hops-probe").get(0);
    }

    private void add(String name, byte[] bytes) {
        entries.put(name, bytes);
        int library = name.indexOf('/', LIBRARIES.length());
        if (name.startsWith(LIBRARIES) && library > 0 && name.endsWith(".class")) {
            String className = name.substring(library + 1);
            if (IndexWriter.libraryOf(className) != null) {
                index.add(IndexWriter.libraryOf(className), bytes);
            }
        }
    }

    private Path write(Path jar) throws IOException {
        entries.putAll(index.files());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }
}
