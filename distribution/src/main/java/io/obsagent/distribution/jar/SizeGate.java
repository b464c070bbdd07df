package io.obsagent.distribution.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fails the build when the jar outgrows its budget: every dependency of the agent is paid by every user's image. */
final class SizeGate {
    private SizeGate() {}

    static void check(Path jar, long mostBytes) throws IOException {
        long size = Files.size(jar);
        if (size > mostBytes) {
            throw new IOException(jar.getFileName() + " has " + size + " bytes, more than the " + mostBytes + " it may have");
        }
        System.out.println(jar.getFileName() + ": " + size + " bytes of " + mostBytes);
    }
}
