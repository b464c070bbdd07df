package io.obsagent.weave;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All join points, by exact class name, by interface name and by method name. Written at build time, read in premain;
 * writer and reader stand together because they share the format. Immutable once read.
 */
final class JoinPointIndex {
    /** Where the index lies in the agent jar. */
    static final String ENTRY = "obs/index.bin";

    private static final int FORMAT = 2;
    private static final JoinPoint[] NONE = {};

    final JoinPoint[] all;
    private final Map<String, JoinPoint[]> byClass = new HashMap<>(512);
    private final Map<String, JoinPoint[]> byInterface = new HashMap<>(128);
    private final Map<String, Integer> libraryNumbers = new HashMap<>(64);
    private final Map<String, JoinPoint[]> byMethod = new HashMap<>(256);

    private JoinPointIndex(JoinPoint[] all) {
        this.all = all;
    }

    /**
     * Reads the index, leaving out libraries that are switched off.
     *
     * @param libraries says which libraries are on
     */
    static JoinPointIndex read(byte[] bytes, Libraries libraries) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORMAT) {
            throw new IOException("the index of join points has another format than this agent");
        }
        JoinPointIndex index = new JoinPointIndex(new JoinPoint[in.readInt()]);
        for (int i = 0; i < index.all.length; i++) {
            JoinPoint point = readPoint(in, i);
            index.all[i] = point;
            index.number(point.library);
            if (libraries.enabled(point.switchName())) {
                index.file(point);
            }
        }
        return index;
    }

    private void number(String library) {
        if (!libraryNumbers.containsKey(library)) {
            libraryNumbers.put(library, libraryNumbers.size());
        }
    }

    private void file(JoinPoint point) {
        for (String type : point.types) {
            add(point.implementors ? byInterface : byClass, type, point);
        }
        if (point.implementors) {
            for (String method : point.methods) {
                add(byMethod, method, point);
            }
        }
    }

    private static void add(Map<String, JoinPoint[]> map, String key, JoinPoint point) {
        JoinPoint[] old = map.get(key);
        if (old == null) {
            map.put(key, new JoinPoint[] {point});
            return;
        }
        JoinPoint[] grown = new JoinPoint[old.length + 1];
        System.arraycopy(old, 0, grown, 0, old.length);
        grown[old.length] = point;
        map.put(key, grown);
    }

    /** A small number for each library, to index arrays with. */
    int libraryNumber(String library) {
        return libraryNumbers.get(library);
    }

    int libraryCount() {
        return libraryNumbers.size();
    }

    JoinPoint[] ofClass(String name) {
        return orNone(byClass.get(name));
    }

    JoinPoint[] ofInterface(String name) {
        return orNone(byInterface.get(name));
    }

    /** Join points on implementors that have a method of this name. */
    JoinPoint[] ofMethod(String name) {
        return orNone(byMethod.get(name));
    }

    private static JoinPoint[] orNone(JoinPoint[] points) {
        return points == null ? NONE : points;
    }

    static void write(List<JoinPoint> points, DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(points.size());
        for (JoinPoint point : points) {
            out.writeUTF(point.library);
            out.writeUTF(point.handler);
            writeAll(out, point.types);
            out.writeBoolean(point.implementors);
            writeAll(out, point.methods);
            out.writeUTF(point.descriptor);
            writeNumbers(out, point.arguments);
            writeNumbers(out, point.replaces);
            out.writeBoolean(point.replacesResult);
            out.writeUTF(point.aroundCallOf);
            out.writeBoolean(point.common);
            out.writeUTF(point.option);
        }
    }

    private static JoinPoint readPoint(DataInputStream in, int number) throws IOException {
        String library = in.readUTF();
        String handler = in.readUTF();
        String[] types = readAll(in);
        boolean implementors = in.readBoolean();
        String[] methods = readAll(in);
        String descriptor = in.readUTF();
        return new JoinPoint(number, library, handler, types, implementors, methods, descriptor, readNumbers(in),
                readNumbers(in), in.readBoolean(), in.readUTF(), in.readBoolean(), in.readUTF());
    }

    private static void writeNumbers(DataOutputStream out, byte[] values) throws IOException {
        out.writeByte(values.length);
        out.write(values);
    }

    private static byte[] readNumbers(DataInputStream in) throws IOException {
        byte[] values = new byte[in.readByte()];
        in.readFully(values);
        return values;
    }

    private static void writeAll(DataOutputStream out, String[] values) throws IOException {
        out.writeByte(values.length);
        for (String value : values) {
            out.writeUTF(value);
        }
    }

    private static String[] readAll(DataInputStream in) throws IOException {
        String[] values = new String[in.readByte()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readUTF();
        }
        return values;
    }
}
