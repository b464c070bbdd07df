package io.obsagent.distribution.sbom;

import io.obsagent.distribution.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar of the local Maven repository; its place there tells its coordinates. */
record Library(String group, String name, String version, Path jar) {

    static Library of(Path repository, Path jar) {
        Path version = jar.getParent();
        Path name = version.getParent();
        String group = repository.relativize(name.getParent()).toString().replace('/', '.');
        return new Library(group, name.getFileName().toString(), version.getFileName().toString(), jar);
    }

    /** Package URL, the name by which vulnerability databases find it. */
    String purl() {
        return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
    }

    String sha256() throws IOException {
        return Sha256.of(Files.readAllBytes(jar));
    }

    /** Whether one of its classes is among these entries. */
    boolean isIn(Set<String> entries) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).filter(entry -> entry.endsWith(".class"))
                    .filter(entry -> !entry.endsWith("-info.class")).anyMatch(entries::contains);
        }
    }
}
