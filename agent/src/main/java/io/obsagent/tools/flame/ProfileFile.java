package io.obsagent.tools.flame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The stacks of a file and the kinds of values that each has. */
final class ProfileFile {
    private static final int MOST_BYTES = 512 * 1024 * 1024;

    /** {@code cpu/nanoseconds}, ... */
    final List<String> types;
    final List<Stack> stacks;

    ProfileFile(List<String> types, List<Stack> stacks) {
        this.types = types;
        this.stacks = stacks;
    }

    /** @throws IOException also when the file is no profile; the message says so */
    static ProfileFile read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readNBytes(MOST_BYTES);
            }
        }
        ProfileFile folded = folded(new String(bytes, StandardCharsets.UTF_8));
        return folded != null ? folded : new PprofReader().read(bytes);
    }

    /** Lines of {@code outer;inner;innermost 42}; null if there is any other line. */
    private static ProfileFile folded(String text) {
        List<Stack> stacks = new ArrayList<>();
        for (String line : text.split("\\R")) {
            int space = line.lastIndexOf(' ');
            if (space < 1 || !line.substring(space + 1).matches("\\d{1,18}")) {
                return null;
            }
            long[] count = {Long.parseLong(line.substring(space + 1))};
            stacks.add(new Stack(List.of(line.substring(0, space).split(";")), count, Map.of()));
        }
        return stacks.isEmpty() ? null : new ProfileFile(List.of("samples/count"), stacks);
    }
}
