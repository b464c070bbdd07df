package io.obsagent.weave;

import io.obsagent.AgentLoader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;

/**
 * The reference check: which foreign classes, methods and fields the handlers of a library use, written at build time
 * and verified at the first match in a loader, with the JVM's own resolution. So another version of a library switches
 * its instrumentation off by name instead of failing inside the application's calls.
 */
final class References {
    private static final byte CLASS = 0;
    static final byte FIELD = 1;
    static final byte STATIC_FIELD = 2;
    static final byte METHOD = 3;
    static final byte STATIC_METHOD = 4;

    private final AgentLoader agent;

    References(AgentLoader agent) {
        this.agent = agent;
    }

    static String entry(String library) {
        return "obs/" + library + "/references.bin";
    }

    /** One use of a foreign member; {@code name} is empty for the class alone. */
    static final class Use implements Comparable<Use> {
        final byte kind;
        final String owner;
        final String name;
        final String descriptor;

        Use(byte kind, String owner, String name, String descriptor) {
            this.kind = kind;
            this.owner = owner;
            this.name = name;
            this.descriptor = descriptor;
        }

        static Use ofClass(String owner) {
            return new Use(CLASS, owner, "", "");
        }

        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Use && other.toString().equals(toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            return owner.replace('/', '.') + (name.isEmpty() ? "" : "." + name + descriptor) + (kind == STATIC_METHOD ? " (static)" : "");
        }
    }

    static void write(Collection<Use> uses, DataOutputStream out) throws IOException {
        out.writeShort(uses.size());
        for (Use use : uses) {
            out.writeByte(use.kind);
            out.writeUTF(use.owner);
            out.writeUTF(use.name);
            out.writeUTF(use.descriptor);
        }
    }

    /** What a library in a loader lacks. */
    static final class Lack {
        final String what;
        /** A class that is not there at all may belong to another jar, which this application does not need. */
        final boolean ofClass;

        Lack(String what, boolean ofClass) {
            this.what = what;
            this.ofClass = ofClass;
        }
    }

    /** The first use that the library in this loader cannot satisfy; null if all is there. */
    Lack missing(String library, ClassLoader loader) {
        byte[] bytes = agent.bytes(entry(library));
        if (bytes == null) {
            return null;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                Use use = new Use(in.readByte(), in.readUTF(), in.readUTF(), in.readUTF());
                Class<?> owner = find(use.owner, loader);
                if (owner == null) {
                    return new Lack(Use.ofClass(use.owner) + " is not there", true);
                }
                if (!resolves(use, owner, loader)) {
                    return new Lack(use + " is missing", false);
                }
            }
            return null;
        } catch (IOException e) {
            return new Lack("its list of references cannot be read", false);
        }
    }

    private static Class<?> find(String owner, ClassLoader loader) {
        try {
            return Class.forName(owner.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static boolean resolves(Use use, Class<?> owner, ClassLoader loader) {
        try {
            resolve(use, owner, loader);
            return true;
        } catch (IllegalAccessException e) {
            return true; // it is there; whether a subclass or a package may see it is settled when the handler links
        } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
            return false;
        }
    }

    private static void resolve(Use use, Class<?> owner, ClassLoader loader) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        switch (use.kind) {
            case METHOD:
                MethodType type = MethodType.fromMethodDescriptorString(use.descriptor, loader);
                if (use.name.equals("<init>")) {
                    lookup.findConstructor(owner, type);
                } else {
                    lookup.findVirtual(owner, use.name, type);
                }
                break;
            case STATIC_METHOD:
                lookup.findStatic(owner, use.name, MethodType.fromMethodDescriptorString(use.descriptor, loader));
                break;
            case FIELD:
                lookup.findGetter(owner, use.name, fieldType(use, loader));
                break;
            case STATIC_FIELD:
                lookup.findStaticGetter(owner, use.name, fieldType(use, loader));
                break;
            default:
                break;
        }
    }

    private static Class<?> fieldType(Use use, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()" + use.descriptor, loader).returnType();
    }
}
