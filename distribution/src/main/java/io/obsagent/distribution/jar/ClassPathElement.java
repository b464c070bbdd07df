package io.obsagent.distribution.jar;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A jar or a folder of classes, entry by entry in the order of their names. */
final class ClassPathElement {
    private final Path path;

    private ClassPathElement(Path path) {
        this.path = path;
    }

    static ClassPathElement of(Path path) {
        return new ClassPathElement(path);
    }

    void forEach(BiConsumer<String, byte[]> consumer) throws IOException {
        if (Files.isDirectory(path)) {
            walk(path, consumer);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                walk(jar.getPath("/"), consumer);
            }
        }
    }

    private static void walk(Path root, BiConsumer<String, byte[]> consumer) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        for (Path file : files) {
            consumer.accept(root.relativize(file).toString(), Files.readAllBytes(file));
        }
    }
}
