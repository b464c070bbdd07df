package io.obsagent.distribution.jar;

import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/** Gives the OpenTelemetry SDK the agent's logger in place of {@code java.util.logging}; see {@code io.obsagent.export.sdk}. */
final class SdkLogging {
    private static final Map<String, String> STAND_INS = Map.of(
            "java/util/logging/Logger", "io/obsagent/export/sdk/SdkLogger",
            "java/util/logging/Level", "io/obsagent/export/sdk/SdkLevel");

    private SdkLogging() {}

    static byte[] replaced(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassRemapper(writer, new SimpleRemapper(STAND_INS)), 0);
        return writer.toByteArray();
    }
}
