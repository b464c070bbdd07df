package io.obsagent.config.resource;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads an entry of a class path element, be it a folder or an archive, without any class loader. */
final class FileTree {
    private static final int LONGEST_ENTRY = 1 << 20;

    private FileTree() {}

    /** Null when there is no such entry, the element is null, or it cannot be read. */
    static byte[] read(File element, String entry) {
        if (element == null) {
            return null;
        }
        try {
            if (element.isDirectory()) {
                File file = new File(element, entry);
                return file.isFile() ? read(new FileInputStream(file)) : null;
            }
            if (!element.isFile()) {
                return null;
            }
            try (ZipFile archive = new ZipFile(element)) {
                ZipEntry found = archive.getEntry(entry);
                return found == null ? null : read(archive.getInputStream(found));
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    static boolean has(File element, String entry) {
        try {
            if (element.isDirectory()) {
                return new File(element, entry).isFile();
            }
            if (!element.isFile()) {
                return false;
            }
            try (ZipFile archive = new ZipFile(element)) {
                return archive.getEntry(entry) != null;
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** False when the content is not a properties file. */
    static boolean load(byte[] content, Properties into) {
        try (InputStream in = new ByteArrayInputStream(content)) {
            into.load(in);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        try (InputStream closing = in) {
            return closing.readNBytes(LONGEST_ENTRY);
        }
    }
}
