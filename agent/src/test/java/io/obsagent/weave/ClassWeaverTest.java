package io.obsagent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassWeaverTest {
    private static final String SUBJECT = "io/obsagent/weave/Subject";

    private RecordingDispatch bridge;

    @BeforeEach
    void connect() {
        bridge = RecordingDispatch.connected();
    }

    @Test
    void tellsArgumentsAndResult() throws Exception {
        Object result = call(point("join"), "join", "a", 1L, 2.5, 3);

        assertThat(result).isEqualTo("a1232.5");
        assertThat(bridge.calls).containsExactly("enter 0 Subject this [a, 1, 2.5, 3]", "exit 0 a1232.5");
    }

    @Test
    void tellsStaticMethodsWithoutResultOfNumbers() throws Exception {
        Object result = call(point("count"), "count", new int[] {1, 100, 5}, true);

        assertThat(result).isEqualTo(32);
        assertThat(bridge.calls).hasSize(2);
        assertThat(bridge.calls.get(0)).startsWith("enter 0 Subject static").endsWith("true, null, null]");
        assertThat(bridge.calls.get(1)).isEqualTo("exit 0 null");
    }

    @Test
    void keepsHandlersOfTheMethodItself() throws Exception {
        assertThat(call(point("caught"), "caught", 7)).isEqualTo("caught 7");
        assertThat(call(point("caught"), "caught", "xyz")).isEqualTo("yz");
        assertThat(bridge.calls).contains("exit 0 caught 7", "exit 0 yz");
    }

    @Test
    void rethrowsTheVerySameObject() {
        IllegalStateException thrown = new IllegalStateException("mine");

        assertThatThrownBy(() -> call(point("fail"), "fail", thrown)).isInstanceOf(InvocationTargetException.class)
                .extracting(Throwable::getCause).isSameAs(thrown);
        assertThat(bridge.thrown).containsExactly(thrown);
    }

    @Test
    void survivesEmptyBodiesAndEndlessLoops() throws Exception {
        call(point("nothing"), "nothing");
        assertThat(call(point("forever"), "forever", 10L)).isEqualTo(11L);
        assertThat(bridge.calls).hasSize(4);
    }

    @Test
    void replacesOneArgument() throws Exception {
        bridge.replacement = "other";
        JoinPoint point = new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {"echo"}, "(",
                new byte[] {0}, new byte[] {0}, false, "", false);

        assertThat(call(point, "echo", "text")).isEqualTo("other");
        assertThat(bridge.calls).contains("argument text");
    }

    @Test
    void replacesTheResult() throws Exception {
        bridge.replacement = "other";
        JoinPoint point = new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {"echo"}, "(",
                new byte[] {0}, new byte[0], true, "", false);

        assertThat(call(point, "echo", "text")).isEqualTo("other");
    }

    @Test
    void tellsOfConstructedInstances() throws Exception {
        JoinPoint point = new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {"<init>"},
                "(Ljava/lang/Object;)", new byte[] {0}, new byte[0], false, "", false);
        Class<?> type = load(SUBJECT, weave(point));

        Object instance = type.getConstructor(Object.class).newInstance("x");

        assertThat(bridge.calls).hasSize(2);
        assertThat(bridge.calls.get(0)).isEqualTo("enter 0 Subject static [x, null, null, null]");
        assertThat(bridge.calls.get(1)).isEqualTo("exit 0 " + instance);
    }

    @Test
    void surroundsCallsInsideAMethod() throws Exception {
        JoinPoint point = new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {"loop"}, "(",
                new byte[] {0}, new byte[0], false, "java/lang/Runnable.run", false);
        Runnable task = () -> bridge.calls.add("run");

        call(point, "loop", task, 2);

        assertThat(bridge.calls).hasSize(6);
        assertThat(bridge.calls.get(0)).isEqualTo("enter 0 Subject this [" + task + ", null, null, null]");
        assertThat(bridge.calls.subList(1, 4)).containsExactly("run", "exit 0 null", bridge.calls.get(0));
    }

    @Test
    void surroundsCallsWithAResult() throws Exception {
        JoinPoint point = new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {"supplied"}, "(",
                new byte[] {0}, new byte[0], false, "java/util/function/Supplier.get", false);
        Supplier<String> first = () -> "a";
        Supplier<String> second = () -> "b";

        assertThat(call(point, "supplied", first, second)).isEqualTo("ab");
        assertThat(bridge.calls).containsExactly("enter 0 Subject this [" + first + ", null, null, null]", "exit 0 a",
                "enter 0 Subject this [" + second + ", null, null, null]", "exit 0 b");
    }

    @Test
    void putsTwoJoinPointsIntoOneMethod() throws Exception {
        JoinPoint first = point("join");
        JoinPoint second = new JoinPoint(1, "", "", new String[] {SUBJECT}, false, new String[] {"join"}, "(",
                new byte[] {0}, new byte[0], false, "", false);
        Class<?> type = load(SUBJECT, new ClassWeaver(Arrays.asList(first, second), 55).weave(bytes(Subject.class)));

        Object result = method(type, "join").invoke(type.getConstructor().newInstance(), "a", 1L, 2.5, 3);

        assertThat(result).isEqualTo("a1232.5");
        assertThat(bridge.calls).hasSize(4).contains("exit 0 a1232.5", "exit 1 a1232.5");
    }

    @Test
    void givesTheSameBytesForTheSameInput() throws Exception {
        assertThat(weave(point("join"))).isEqualTo(weave(point("join")));
    }

    @Test
    void aFailingHandlerIsInvisibleAndCutAfterTwentyTimes() throws Exception {
        bridge.failure = new IllegalStateException("handler");
        Class<?> type = load(SUBJECT, weave(point("echo")));
        Object instance = type.getConstructor().newInstance();

        for (int i = 0; i < 30; i++) {
            assertThat(method(type, "echo").invoke(instance, "text")).isEqualTo("text");
        }

        assertThat(bridge.calls.stream().filter(c -> c.startsWith("enter"))).hasSize(20);
        assertThat(bridge.calls.get(bridge.calls.size() - 1)).isEqualTo("failed 0 blown");
    }

    @Test
    void weavesClassFilesOfJava14() throws Exception {
        ClassWriter old = new ClassWriter(0);
        old.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "Old", null, "java/lang/Object", null);
        MethodVisitor constructor = old.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(1, 1);
        MethodVisitor echo = old.visitMethod(Opcodes.ACC_PUBLIC, "echo", "(Ljava/lang/String;)Ljava/lang/String;", null, null);
        echo.visitVarInsn(Opcodes.ALOAD, 1);
        echo.visitInsn(Opcodes.ARETURN);
        echo.visitMaxs(1, 2);
        old.visitEnd();

        Class<?> type = load("Old", new ClassWeaver(Collections.singletonList(point("echo")), 48).weave(old.toByteArray()));

        assertThat(method(type, "echo").invoke(type.getConstructor().newInstance(), "text")).isEqualTo("text");
        assertThat(bridge.calls).containsExactly("enter 0 Old this [text, null, null, null]", "exit 0 text");
    }

    private static JoinPoint point(String method) {
        return new JoinPoint(0, "", "", new String[] {SUBJECT}, false, new String[] {method}, "(",
                new byte[] {0, 1, 2, 3}, new byte[0], false, "", false);
    }

    private static byte[] weave(JoinPoint point) throws IOException {
        return new ClassWeaver(Collections.singletonList(point), 55).weave(bytes(Subject.class));
    }

    private static Object call(JoinPoint point, String method, Object... arguments) throws Exception {
        Class<?> type = load(SUBJECT, weave(point));
        return method(type, method).invoke(type.getConstructor().newInstance(), arguments);
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    }

    static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static Class<?> load(String internalName, byte[] bytes) throws ClassNotFoundException {
        String name = internalName.replace('/', '.');
        Map<String, byte[]> classes = Collections.singletonMap(name, bytes);
        return new ClassLoader(ClassWeaverTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                byte[] own = classes.get(wanted);
                return own == null ? super.loadClass(wanted, resolve) : defineClass(wanted, own, 0, own.length);
            }
        }.loadClass(name);
    }

}
