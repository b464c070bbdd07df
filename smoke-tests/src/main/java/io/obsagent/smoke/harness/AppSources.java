package io.obsagent.smoke.harness;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the small applications under {@code smoke-tests/src/apps} against exactly the library version a test asks
 * for. So one source serves every version it compiles with, and conflicting libraries never meet on one class path.
 *
 * <p>A folder is one application, and several folders can be compiled together so that they share the code that does not
 * differ; where only imports differ (javax, jakarta) one source is edited on its way to the compiler. The jar is kept under
 * {@code target/apps}, named by a hash of sources, class path and release, and used again while those stay the same.
 * It is a jar because the JVM shares classes (CDS, AOT caches) from jars only.
 */
public final class AppSources {
    private AppSources() {
    }

    /** Compiles for Java 11, the lowest release the suites run on. */
    public static List<Path> compile(Library library, String... folders) {
        return compile(11, library.classPath(), folders);
    }

    /** Compiles for a Java release. */
    public static List<Path> compile(int release, Library library, String... folders) {
        return compile(release, library.classPath(), folders);
    }

    /** Compiles sources written for {@code jakarta} packages against a library of the {@code javax} time. */
    public static List<Path> compileForJavax(Library library, String... folders) {
        return compile(11, library.classPath(), text -> text.replace("jakarta.", "javax."), folders);
    }

    /**
     * @param release the Java release to compile for
     * @param libraries jars the sources need; they are part of the answer
     * @param folders names of folders below {@code src/apps}
     * @return the class path to run on: the application's jar, then the libraries
     */
    public static List<Path> compile(int release, List<Path> libraries, String... folders) {
        return compile(release, libraries, UnaryOperator.identity(), folders);
    }

    private static List<Path> compile(int release, List<Path> libraries, UnaryOperator<String> edit, String... folders) {
        List<Path> sources = sources(folders);
        Path output = Projects.smokeTests().resolve("target/apps")
                .resolve(String.join("+", folders).replace('/', '.') + "-" + hash(release, libraries, sources, edit) + ".jar");
        if (!Files.exists(output)) {
            build(release, libraries, sources, edit, output);
        }
        List<Path> classPath = new ArrayList<>();
        classPath.add(output);
        classPath.addAll(libraries);
        return classPath;
    }

    private static List<Path> sources(String... folders) {
        List<Path> sources = new ArrayList<>();
        for (String folder : folders) {
            Path path = Projects.smokeTests().resolve("src/apps").resolve(folder);
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    /** Compiles beside the final place and moves it there, so that a killed test run leaves no half-written jar. */
    private static void build(int release, List<Path> libraries, List<Path> sources, UnaryOperator<String> edit,
            Path output) {
        try {
            Files.createDirectories(output.getParent());
            Path work = Files.createTempDirectory(output.getParent(), ".compile");
            Path edited = Files.createTempDirectory(output.getParent(), ".sources");
            List<String> options = List.of("--release", Integer.toString(release), "-proc:none", "-nowarn",
                    "-parameters", "-d", work.toString(), "-cp",
                    libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            List<Path> compiled = edited(sources, edit, edited);
            String messages = release <= Runtime.version().feature() ? compileHere(options, compiled)
                    : compileBy(Jdks.installed().compiler(release).orElseThrow(), options, compiled);
            if (!messages.isEmpty()) {
                throw new IllegalStateException("application does not compile against " + libraries + ":\n" + messages);
            }
            Path jar = Files.createTempFile(output.getParent(), ".compile", ".jar");
            pack(work, jar);
            Folders.delete(work);
            Folders.delete(edited);
            Files.move(jar, output, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> edited(List<Path> sources, UnaryOperator<String> edit, Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path source : sources) {
            copies.add(Files.writeString(folder.resolve(source.getFileName()), edit.apply(Files.readString(source))));
        }
        return copies;
    }

    /** What the compiler of this JVM has to say; empty when it has compiled. */
    private static String compileHere(List<String> options, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, manager, null, options, null,
                    manager.getJavaFileObjectsFromPaths(sources)).call();
            return compiled ? "" : messages + "failed";
        }
    }

    /** As above, for libraries whose classes only a later compiler can read. */
    private static String compileBy(Jdk jdk, List<String> options, List<Path> sources) throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.javac().toString()));
        command.addAll(options);
        sources.forEach(source -> command.add(source.toString()));
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String messages = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return javac.waitFor() == 0 ? "" : messages + "failed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static String hash(int release, List<Path> libraries, List<Path> sources, UnaryOperator<String> edit) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) release);
            for (Path library : libraries) {
                digest.update(library.toString().getBytes(StandardCharsets.UTF_8));
            }
            for (Path source : sources) {
                digest.update(source.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(edit.apply(Files.readString(source)).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
