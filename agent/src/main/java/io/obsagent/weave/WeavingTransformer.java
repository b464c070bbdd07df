package io.obsagent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides for every class file that the JVM loads or retransforms whether join points lie in it, and weaves them.
 * Byte Buddy's ASM is not loaded before the first match.
 *
 * <p>Thread-safe, never throws, and gives the same bytes for the same input.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private static final String[] NEVER = {"java/", "jdk/", "sun/", "com/sun/", "io/obsagent/"};

    private final JoinPointIndex index;
    private final WeaveReport report;
    private final boolean[] methodDigests = new boolean[1024];

    WeavingTransformer(JoinPointIndex index, WeaveReport report) {
        this.index = index;
        this.report = report;
        for (JoinPoint point : index.all) {
            if (point.implementors) {
                for (String method : point.methods) {
                    methodDigests[ClassHeader.digest(method)] = true;
                }
            }
        }
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        try {
            if (name == null) {
                return null;
            }
            JoinPoint[] exact = index.ofClass(name);
            if (exact.length == 0 && (loader == null || isNeverWoven(name))) {
                return null;
            }
            return weave(name, bytes, exact);
        } catch (Throwable t) {
            report.failed(name, t);
            return null;
        }
    }

    private static boolean isNeverWoven(String name) {
        for (String prefix : NEVER) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private byte[] weave(String name, byte[] bytes, JoinPoint[] exact) {
        ClassHeader header = new ClassHeader(bytes);
        List<JoinPoint> matching = matching(header, exact);
        if (matching == null) {
            return null;
        }
        if (header.majorVersion() > ClassWeaver.NEWEST_CLASS_FILE) {
            report.tooNew(name, header.majorVersion());
            return null;
        }
        byte[] woven = new ClassWeaver(matching, header.majorVersion()).weave(bytes);
        report.woven(name, matching);
        return woven;
    }

    /** The join points that lie in this class; null when there are none. */
    private List<JoinPoint> matching(ClassHeader header, JoinPoint[] exact) {
        JoinPoint[] listed = listedInterfaces(header);
        if (exact.length == 0 && listed.length == 0 && !mayImplementMore(header)) {
            return null;
        }
        List<JoinPoint> found = null;
        List<JoinPoint> common = null;
        header.rewindMethods();
        while (header.nextMethod()) {
            boolean implementorMethod = methodDigests[header.methodNameDigest()];
            if (!implementorMethod && exact.length == 0) {
                continue;
            }
            String method = header.methodName();
            String descriptor = header.methodDescriptor();
            found = addMatching(found, exact, method, descriptor);
            if (!implementorMethod || header.isInterface()) {
                continue;
            }
            for (JoinPoint point : index.ofMethod(method)) {
                if (!point.matches(method, descriptor)) {
                    continue;
                }
                if (!point.common || contains(listed, point)) {
                    found = add(found, point);
                } else {
                    common = add(common, point);
                }
            }
        }
        return found == null ? null : withCommonOfSameTypes(found, common);
    }

    private JoinPoint[] listedInterfaces(ClassHeader header) {
        JoinPoint[] listed = {};
        for (int i = 0; i < header.interfaces(); i++) {
            JoinPoint[] more = index.ofInterface(header.interfaceName(i));
            if (more.length > 0) {
                JoinPoint[] grown = new JoinPoint[listed.length + more.length];
                System.arraycopy(listed, 0, grown, 0, listed.length);
                System.arraycopy(more, 0, grown, listed.length, more.length);
                listed = grown;
            }
        }
        return listed;
    }

    private static boolean mayImplementMore(ClassHeader header) {
        return header.interfaces() > 0 || !"java/lang/Object".equals(header.superName());
    }

    private static List<JoinPoint> addMatching(List<JoinPoint> found, JoinPoint[] points, String method, String descriptor) {
        for (JoinPoint point : points) {
            if (point.matches(method, descriptor)) {
                found = add(found, point);
            }
        }
        return found;
    }

    private static List<JoinPoint> withCommonOfSameTypes(List<JoinPoint> found, List<JoinPoint> common) {
        if (common != null) {
            for (int i = 0; i < common.size(); i++) {
                if (sharesType(found, common.get(i))) {
                    add(found, common.get(i));
                }
            }
        }
        return found;
    }

    private static boolean sharesType(List<JoinPoint> points, JoinPoint candidate) {
        for (int i = 0; i < points.size(); i++) {
            for (String type : points.get(i).types) {
                for (String wanted : candidate.types) {
                    if (type.equals(wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<JoinPoint> add(List<JoinPoint> list, JoinPoint point) {
        List<JoinPoint> target = list == null ? new ArrayList<JoinPoint>(8) : list;
        if (!target.contains(point)) {
            target.add(point);
        }
        return target;
    }

    private static boolean contains(JoinPoint[] points, JoinPoint point) {
        for (JoinPoint candidate : points) {
            if (candidate == point) {
                return true;
            }
        }
        return false;
    }
}
