package io.obsagent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads the agent from a folder inside its own jar. Its classes are on no class path, so nothing of ours can meet a
 * class of the application, and nothing has to be relocated.
 *
 * <p>Thread-safe. Reads the jar through {@link ZipFile}: {@code URLClassLoader} costs 12 ms more at start, and
 * {@code java.nio.file} must not be initialised before the application's main class.
 */
public final class AgentLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final String jarUrl;
    private final String folder;

    AgentLoader(File jar, String folder, ClassLoader parent) throws IOException {
        super(parent);
        this.jar = new ZipFile(jar);
        this.jarUrl = "jar:" + jar.toURI() + "!/";
        this.folder = folder;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.equals(AgentLoader.class.getName())) {
            return AgentLoader.class; // the only class that both sides of the door share
        }
        byte[] bytes = bytes(folder + name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, AgentLoader.class.getProtectionDomain());
    }

    /**
     * The content of any entry of the agent jar.
     *
     * @param entry its full name inside the jar
     * @return null when there is no such entry or it cannot be read
     */
    public byte[] bytes(String entry) {
        ZipEntry found = jar.getEntry(entry);
        if (found == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(found)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.max(found.getSize(), 64));
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        } catch (IOException e) {
            return null;
        }
    }

    /** From the jar that is open already: the JVM's way over a URL would open it again and load 40 classes. */
    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = bytes(folder + name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected URL findResource(String name) {
        try {
            return jar.getEntry(folder + name) == null ? null : new URL(jarUrl + folder + name);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL url = findResource(name);
        return url == null ? Collections.<URL>emptyEnumeration() : Collections.enumeration(Collections.singleton(url));
    }
}
