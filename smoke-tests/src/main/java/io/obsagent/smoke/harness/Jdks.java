package io.obsagent.smoke.harness;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds installed JDKs by the {@code release} file in their home. Searched in this order, the first find of a feature
 * release wins: OBS_TEST_JDKS (homes separated by the path separator), the cache that {@code jdks.sh} fills, JAVA_HOME,
 * the usual folder of Linux distributions, and the JDK that runs this.
 */
public final class Jdks {
    /** The releases that everything has to pass on. */
    public static final List<Integer> SUPPORTED = List.of(11, 17, 21, 25);

    private static final Jdks INSTALLED = new Jdks(homes());

    private final TreeMap<Integer, Jdk> byFeature = new TreeMap<>();

    Jdks(List<Path> homes) {
        for (Path home : homes) {
            feature(home).ifPresent(feature -> byFeature.putIfAbsent(feature, new Jdk(feature, home)));
        }
    }

    public static Jdks installed() {
        return INSTALLED;
    }

    /** The JDK that runs this code. */
    public static Jdk current() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    public Optional<Jdk> find(int feature) {
        return Optional.ofNullable(byFeature.get(feature));
    }

    /** The oldest installed JDK that compiles for this feature release; some have no compiler. */
    public Optional<Jdk> compiler(int feature) {
        return byFeature.tailMap(feature).values().stream().filter(jdk -> Files.exists(jdk.javac())).findFirst();
    }

    private static List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        String listed = System.getenv("OBS_TEST_JDKS");
        if (listed != null) {
            for (String home : listed.split(File.pathSeparator)) {
                homes.add(Path.of(home));
            }
        }
        homes.addAll(folders(cache()));
        if (System.getenv("JAVA_HOME") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME")));
        }
        homes.addAll(folders(Path.of("/usr/lib/jvm")));
        homes.add(Path.of(System.getProperty("java.home")));
        return homes;
    }

    private static Path cache() {
        String own = System.getenv("OBS_TEST_JDKS_CACHE");
        if (own != null) {
            return Path.of(own);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("obs-agent/jdks");
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Integer> feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty() ? Optional.empty() : Optional.of(Runtime.Version.parse(version).feature());
    }
}
