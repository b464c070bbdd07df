package io.obsagent.distribution.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program, run natively and, for the other architecture, by qemu where that is installed. */
class CopierTest {
    private static final Path SOURCE = Path.of("src/main/c/cp.c");

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void writeAJar() throws IOException {
        jar = Files.write(folder.resolve("javaagent.jar"), new byte[200_001]);
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64"})
    void copiesToAFileReadableByEverybody(String machine) throws Exception {
        Path target = folder.resolve("out.jar");

        assertThat(cp(machine, "-v", jar.toString(), target.toString())).isEqualTo("0 ");
        assertThat(target).hasSameBinaryContentAs(jar);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-r--r--");
        assertThat(folder.resolve("out.jar.part")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64"})
    void copiesIntoAFolderOverWhatIsThere(String machine) throws Exception {
        Path target = Files.createDirectory(folder.resolve("out")).resolve("javaagent.jar");
        Files.writeString(target, "old");

        assertThat(cp(machine, jar.toString(), target.getParent().toString())).isEqualTo("0 ");
        assertThat(target).hasSameBinaryContentAs(jar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64"})
    void failuresNameTheFile(String machine) throws Exception {
        String missing = folder + "/missing";
        String nowhere = folder + "/no/such/folder";

        assertThat(cp(machine, missing, folder + "/x")).isEqualTo("1 cp: cannot open " + missing + ": errno 002\n");
        assertThat(cp(machine, jar.toString(), nowhere))
                .isEqualTo("1 cp: cannot create " + nowhere + ".part: errno 002\n");
        assertThat(cp(machine, folder.toString(), folder + "/x"))
                .isEqualTo("1 cp: cannot write " + folder + "/x: errno 021\n");
        assertThat(folder.resolve("x.part")).doesNotExist();
        assertThat(cp(machine, "one")).startsWith("1 cp: needs two paths");
        assertThat(cp(machine, "one", "two", "three")).startsWith("1 cp: copies one file");
    }

    private String cp(String machine, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (!machine.equals(System.getProperty("os.arch").replace("amd64", "x86_64"))) {
            Path emulator = Path.of("/usr/bin/qemu-" + machine + "-static");
            assumeTrue(Files.isExecutable(emulator), "no " + emulator + " to run the " + machine + " program");
            command.add(emulator.toString());
        }
        Optional<Copier> copier = Copier.find(machine);
        assumeTrue(copier.isPresent(), "no C compiler for " + machine);
        Path program = Files.write(folder.resolve("cp"), copier.get().compile(SOURCE));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        command.add(program.toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
