package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/** Finds the JVM of a file system: the folder that has a {@code release} file and a launcher or libjvm. */
final class JavaHomes {
    /** Deep enough for {@code /usr/lib/jvm/x/release} and {@code /home/app/.sdkman/candidates/java/x/release}. */
    private static final int DEPTH = 8;

    private JavaHomes() {}

    /** @param named JAVA_HOME of the container, or null; @return null where there is no JVM */
    static Path find(Root root, String named) throws IOException {
        if (named != null && isHome(root.resolve(named))) {
            return root.resolve(named);
        }
        Path[] found = new Path[1];
        Files.walkFileTree(root.folder(), EnumSet.noneOf(FileVisitOption.class), DEPTH,
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        if (folder.equals(root.folder().resolve("proc")) || folder.equals(root.folder().resolve("sys"))) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        if (isHome(folder)) {
                            found[0] = folder;
                            return FileVisitResult.TERMINATE;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found[0];
    }

    /** The home that a program such as {@code bin/java} belongs to, or null. */
    static Path above(Path program) {
        for (Path folder = program.getParent(); folder != null; folder = folder.getParent()) {
            if (isHome(folder)) {
                return folder;
            }
        }
        return null;
    }

    private static boolean isHome(Path folder) {
        return Files.isRegularFile(folder.resolve("release"))
                && (Files.exists(folder.resolve("bin/java")) || Files.exists(folder.resolve("lib/server/libjvm.so")));
    }
}
