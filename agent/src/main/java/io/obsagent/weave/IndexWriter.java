package io.obsagent.weave;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Turns the annotated handlers of all libraries into the index of join points and the lists of references. Runs while
 * the agent jar is assembled and is left out of it.
 *
 * <p>Not thread-safe.
 */
public final class IndexWriter {
    private static final String LIBRARIES = "io/obsagent/instrumentation/";

    private final Map<String, TreeSet<References.Use>> references = new TreeMap<>();
    private final List<JoinPoint> points = new ArrayList<>();

    /** The library that a class of an instrumentation module belongs to; null for classes of no such module. */
    public static String libraryOf(String classEntry) {
        if (!classEntry.startsWith(LIBRARIES)) {
            return null;
        }
        int end = classEntry.indexOf('/', LIBRARIES.length());
        return end < 0 ? null : classEntry.substring(LIBRARIES.length(), end);
    }

    /** Takes one class of an instrumentation module. */
    public void add(String library, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        String name = reader.getClassName().replace('/', '.');
        WeaveAnnotations annotations = new WeaveAnnotations(library, name);
        reader.accept(annotations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        points.addAll(annotations.points());
        reader.accept(new ForeignReferences(references.computeIfAbsent(library, l -> new TreeSet<>())),
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** The files to put into the agent jar, by entry name; the same for the same classes in any order. */
    public Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        points.sort(Comparator.<JoinPoint, String>comparing(p -> p.library).thenComparing(p -> p.handler)
                .thenComparing(p -> Arrays.toString(p.types)).thenComparing(p -> Arrays.toString(p.methods))
                .thenComparing(p -> p.descriptor));
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        JoinPointIndex.write(points, new DataOutputStream(index));
        files.put(JoinPointIndex.ENTRY, index.toByteArray());
        for (Map.Entry<String, TreeSet<References.Use>> library : references.entrySet()) {
            ByteArrayOutputStream uses = new ByteArrayOutputStream();
            References.write(library.getValue(), new DataOutputStream(uses));
            files.put(References.entry(library.getKey()), uses.toByteArray());
        }
        return files;
    }
}
