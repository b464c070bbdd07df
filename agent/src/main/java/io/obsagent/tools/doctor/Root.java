package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A file system seen from outside. Symbolic links are followed inside it: an absolute link of an image leads to the
 * image's own file, not to this machine's.
 */
final class Root {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Path folder;

    Root(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Where {@code path} of that file system is found here, links resolved; the file need not exist. */
    Path resolve(String path) throws IOException {
        Deque<String> names = new ArrayDeque<>();
        push(path, names);
        Path found = folder;
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.pop();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                found = found.equals(folder) ? folder : found.getParent();
                continue;
            }
            Path next = found.resolve(name);
            if (!Files.isSymbolicLink(next)) {
                found = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                throw new IOException(path + " has too many symbolic links");
            }
            String target = Files.readSymbolicLink(next).toString();
            found = target.startsWith("/") ? folder : found;
            push(target, names);
        }
        return found;
    }

    /** How a file found here is called in that file system. */
    String inside(Path found) {
        return "/" + folder.relativize(found);
    }

    private static void push(String path, Deque<String> names) {
        String[] parts = path.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            names.push(parts[i]);
        }
    }
}
