package io.obsagent.weave;

/**
 * Reads of a class file what decides about weaving: version, superclass, direct interfaces, names and descriptors of
 * methods. It walks over the constant pool once and parses no method body: 1.1 us for a class of median size
 * (ClassHeaderBenchmark), because every class of the application passes here while it starts.
 *
 * <p>Not thread-safe; one for each class file. Malformed input ends in an {@code IndexOutOfBoundsException}.
 */
final class ClassHeader {
    private static final int ABSTRACT = 0x0400;
    private static final int NATIVE = 0x0100;
    private static final int BRIDGE = 0x0040;

    private final byte[] bytes;
    private final int[] offsets;
    private final int afterPool;
    private int method;
    private int methodsLeft;

    ClassHeader(byte[] bytes) {
        this.bytes = bytes;
        offsets = new int[u2(8)];
        int at = 10;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            switch (bytes[at]) {
                case 1: // Utf8
                    at += 3 + u2(at + 1);
                    break;
                case 7: // Class
                case 8: // String
                case 16: // MethodType
                case 19: // Module
                case 20: // Package
                    at += 3;
                    break;
                case 15: // MethodHandle
                    at += 4;
                    break;
                case 5: // Long
                case 6: // Double
                    at += 9;
                    i++;
                    break;
                default:
                    at += 5;
            }
        }
        afterPool = at;
    }

    int majorVersion() {
        return u2(6);
    }

    boolean isInterface() {
        return (u2(afterPool) & 0x0200) != 0;
    }

    String superName() {
        int index = u2(afterPool + 4);
        return index == 0 ? null : className(index);
    }

    int interfaces() {
        return u2(afterPool + 6);
    }

    String interfaceName(int i) {
        return className(u2(afterPool + 8 + 2 * i));
    }

    /** Moves before the first method. */
    void rewindMethods() {
        int at = afterPool + 8 + 2 * interfaces();
        int fields = u2(at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = afterMember(at);
        }
        methodsLeft = u2(at);
        method = at + 2;
        next = method;
    }

    private int next;

    /** Moves to the next method that has a body of its own; false after the last one. */
    boolean nextMethod() {
        while (methodsLeft > 0) {
            methodsLeft--;
            method = next;
            next = afterMember(method);
            if ((u2(method) & (ABSTRACT | NATIVE | BRIDGE)) == 0) {
                return true;
            }
        }
        return false;
    }

    String methodName() {
        return utf8(u2(method + 2));
    }

    String methodDescriptor() {
        return utf8(u2(method + 4));
    }

    /** A number that differs for most differing names, read without making a String. */
    int methodNameDigest() {
        int at = offsets[u2(method + 2)];
        int length = u2(at + 1);
        return digest(length, bytes[at + 3], bytes[at + 2 + length]);
    }

    /** The digest of a name, as {@link #methodNameDigest()} computes it: 0..1023. */
    static int digest(String name) {
        return digest(name.length(), (byte) name.charAt(0), (byte) name.charAt(name.length() - 1));
    }

    private static int digest(int length, byte first, byte last) {
        return (length * 31 + (first & 0x3f) * 7 + (last & 0x1f)) & 1023;
    }

    private int afterMember(int at) {
        int attributes = u2(at + 6);
        at += 8;
        for (int i = 0; i < attributes; i++) {
            at += 6 + (u2(at + 2) << 16 | u2(at + 4));
        }
        return at;
    }

    private String className(int index) {
        return utf8(u2(offsets[index] + 1));
    }

    @SuppressWarnings("deprecation") // the one String constructor that copies ASCII without a charset
    private String utf8(int index) {
        int at = offsets[index];
        return new String(bytes, 0, at + 3, u2(at + 1));
    }

    private int u2(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
