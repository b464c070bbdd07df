package io.obsagent.tools.doctor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the doctor: what it printed, line ends and indents made blanks, and its exit code. */
final class DoctorRun {
    final int exitCode;
    final String out;
    final String err;

    DoctorRun(String... arguments) throws Exception {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        exitCode = Doctor.run(arguments, new PrintStream(outBytes, true, "UTF-8"), new PrintStream(errBytes, true, "UTF-8"));
        out = text(outBytes);
        err = text(errBytes);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
}
