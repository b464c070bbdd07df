package io.obsagent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Reads {@link Weave} annotations of one handler class; build time only. */
final class WeaveAnnotations extends ClassVisitor {
    private static final String WEAVE = "Lio/obsagent/weave/Weave;";
    private static final String ALL = "Lio/obsagent/weave/Weave$All;";

    private final String library;
    private final String handler;
    private final List<JoinPoint> points = new ArrayList<>();

    WeaveAnnotations(String library, String handler) {
        super(Opcodes.ASM9);
        this.library = library;
        this.handler = handler;
    }

    List<JoinPoint> points() {
        return points;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (descriptor.equals(WEAVE)) {
            return new OneAnnotation();
        }
        return descriptor.equals(ALL) ? new Repeated() : null;
    }

    private final class Repeated extends AnnotationVisitor {
        Repeated() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return this;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            return new OneAnnotation();
        }
    }

    private final class OneAnnotation extends AnnotationVisitor {
        private final List<String> types = new ArrayList<>();
        private final List<String> methods = new ArrayList<>();
        private List<String> parameters = List.of("...");
        private byte[] arguments = {0, 1, 2, 3};
        private byte[] replaces = {};
        private boolean implementors;
        private boolean replacesResult;
        private boolean common;
        private String aroundCallOf = "";
        private String option = "";

        OneAnnotation() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(String name, Object value) {
            switch (name) {
                case "arguments":
                    arguments = narrow((int[]) value);
                    break;
                case "replaces":
                    replaces = narrow((int[]) value);
                    break;
                case "implementors":
                    implementors = (Boolean) value;
                    break;
                case "replacesResult":
                    replacesResult = (Boolean) value;
                    break;
                case "common":
                    common = (Boolean) value;
                    break;
                case "aroundCallOf":
                    aroundCallOf = internalCall((String) value);
                    break;
                case "option":
                    option = (String) value;
                    break;
                default:
                    throw new IllegalArgumentException("unknown element " + name + " on " + handler);
            }
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            List<String> target = name.equals("type") ? types : methods;
            if (name.equals("parameters")) {
                parameters = new ArrayList<>();
                target = parameters;
            }
            List<String> values = target;
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String ignored, Object value) {
                    values.add((String) value);
                }
            };
        }

        @Override
        public void visitEnd() {
            String[] internal = types.stream().map(t -> t.replace('.', '/')).toArray(String[]::new);
            points.add(new JoinPoint(points.size(), library, handler, internal, implementors,
                    methods.toArray(new String[0]), descriptor(parameters), arguments, replaces, replacesResult,
                    aroundCallOf, common, option));
        }
    }

    private static byte[] narrow(int[] values) {
        byte[] narrow = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (byte) values[i];
        }
        return narrow;
    }

    private static String internalCall(String call) {
        int dot = call.lastIndexOf('.');
        return call.substring(0, dot).replace('.', '/') + call.substring(dot);
    }

    static String descriptor(List<String> parameters) {
        StringBuilder descriptor = new StringBuilder("(");
        for (String parameter : parameters) {
            if (parameter.equals("...")) {
                return descriptor.toString();
            }
            String element = parameter;
            while (element.endsWith("[]")) {
                descriptor.append('[');
                element = element.substring(0, element.length() - 2);
            }
            descriptor.append(primitiveOrClass(element));
        }
        return descriptor.append(')').toString();
    }

    private static String primitiveOrClass(String type) {
        switch (type) {
            case "boolean":
                return "Z";
            case "byte":
                return "B";
            case "char":
                return "C";
            case "short":
                return "S";
            case "int":
                return "I";
            case "long":
                return "J";
            case "float":
                return "F";
            case "double":
                return "D";
            default:
                return "L" + type.replace('.', '/') + ";";
        }
    }
}
