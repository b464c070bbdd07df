package io.obsagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {
    private final WeaveReport report = new WeaveReport();

    @Test
    void weavesImplementorsThatListTheInterface() throws IOException {
        byte[] woven = transform("app/Direct", type("app/Direct", "java/lang/Object", 55, "java/sql/Statement"));

        assertThat(woven).isNotNull();
        assertThat(report.wovenClasses()).containsEntry("jdbc", 1);
    }

    @Test
    void weavesASubclassWhoseSuperclassWasNeverSeen() throws IOException {
        assertThat(transform("app/Sub", type("app/Sub", "vendor/Base", 55))).isNotNull();
    }

    @Test
    void weavesImplementorsOfAnInterfaceThatExtendsIt() throws IOException {
        assertThat(transform("app/Indirect", type("app/Indirect", "java/lang/Object", 55, "vendor/BetterStatement"))).isNotNull();
    }

    @Test
    void leavesClassesAloneThatOnlyLookSimilar() throws IOException {
        assertThat(transform("app/Plain", type("app/Plain", "java/lang/Object", 55))).isNull();
        assertThat(transform("app/OnlyClose", methods("app/OnlyClose", "vendor/Base", 55, "close", "()V"))).isNull();
        assertThat(transform("java/util/Thing", type("java/util/Thing", "java/util/Base", 55))).isNull();
    }

    @Test
    void leavesClassFilesOfTheFutureAloneWithOneLine() throws IOException {
        int future = ClassWeaver.NEWEST_CLASS_FILE + 1;
        byte[] bytes = type("app/Future", "java/lang/Object", 55, "java/sql/Statement");
        bytes[7] = (byte) future;

        assertThat(transform("app/Future", bytes)).isNull();
    }

    @Test
    void neverThrowsForBytesThatAreNoClass() throws IOException {
        byte[] bytes = type("app/Broken", "java/lang/Object", 55, "java/sql/Statement");
        for (int length = 0; length < bytes.length; length++) {
            transform("app/Broken", Arrays.copyOf(bytes, length));
        }
        assertThat(transform("app/Broken", new byte[0])).isNull();
    }

    @Test
    void weavesNothingOfASwitchedOffLibrary() throws IOException {
        WeavingTransformer off = new WeavingTransformer(index(false), report);

        assertThat(off.transform(getClass().getClassLoader(), "app/Direct", null, null,
                type("app/Direct", "java/lang/Object", 55, "java/sql/Statement"))).isNull();
    }

    private byte[] transform(String name, byte[] bytes) throws IOException {
        return new WeavingTransformer(index(true), report).transform(getClass().getClassLoader(), name, null, null, bytes);
    }

    private static JoinPointIndex index(boolean enabled) throws IOException {
        JoinPoint execute = new JoinPoint(0, "jdbc", "x.Execute", new String[] {"java/sql/Statement"}, true,
                new String[] {"executeQuery"}, "(Ljava/lang/String;", new byte[] {0}, new byte[0], false, "", false);
        JoinPoint close = new JoinPoint(1, "jdbc", "x.Close", new String[] {"java/sql/Statement"}, true,
                new String[] {"close"}, "()", new byte[0], new byte[0], false, "", true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JoinPointIndex.write(List.of(execute, close), new DataOutputStream(bytes));
        return JoinPointIndex.read(bytes.toByteArray(), library -> enabled);
    }

    private static byte[] type(String name, String superName, int version, String... interfaces) {
        return methods(name, superName, version, "executeQuery", "(Ljava/lang/String;)Ljava/sql/ResultSet;", interfaces);
    }

    private static byte[] methods(String name, String superName, int version, String method, String descriptor,
            String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC, name, null, superName, interfaces);
        MethodVisitor body = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        boolean returnsVoid = descriptor.endsWith("V");
        if (!returnsVoid) {
            body.visitInsn(Opcodes.ACONST_NULL);
        }
        body.visitInsn(returnsVoid ? Opcodes.RETURN : Opcodes.ARETURN);
        body.visitMaxs(1, 2);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
