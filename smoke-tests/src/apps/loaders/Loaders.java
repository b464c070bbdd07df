import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Uses a driver under the class loaders of application servers and module systems. Arguments: driver jar, and "wait" to
 * stay until the input ends.
 */
public final class Loaders {
    private static final String DRIVER = "org.h2.Driver";

    private Loaders() {
    }

    public static void main(String[] args) throws Exception {
        File jar = new File(args[0]);
        System.out.println("modules " + ask(new ModuleLoader(jar), "modules"));
        System.out.println("shared " + ask(new URLClassLoader(new URL[0], new ModuleLoader(jar)), "shared"));
        System.out.println("childFirst " + ask(new ChildFirst(jar), "childFirst"));
        System.out.println("parallel " + parallel(new ModuleLoader(jar)));
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }

    private static int ask(ClassLoader loader, String name) throws Exception {
        Driver driver = (Driver) loader.loadClass(DRIVER).getDeclaredConstructor().newInstance();
        try (Connection connection = driver.connect("jdbc:h2:mem:" + name, new Properties());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 42 AS " + name)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The first use of a driver by many threads at once. */
    private static List<Object> parallel(ClassLoader loader) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                Object answer;
                try {
                    start.await();
                    answer = ask(loader, "parallel");
                } catch (Exception | LinkageError e) {
                    answer = e;
                }
                synchronized (answers) {
                    answers.add(answer);
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return answers;
    }

    /** As OSGi and JBoss Modules: sees the JDK and its own content, not the class path, and defines classes itself. */
    private static final class ModuleLoader extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final File content;

        ModuleLoader(File content) {
            super(null);
            this.content = content;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith("org.h2.") ? define(name) : ClassLoader.getPlatformClassLoader().loadClass(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = bytes(content, name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public URL getResource(String name) {
            return null;
        }
    }

    /** As web applications: its own classes first, its parent's only for the rest. */
    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(File jar) throws IOException {
            super(new URL[] {jar.toURI().toURL()}, Loaders.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.startsWith("org.h2.")) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    private static byte[] bytes(File jar, String name) throws ClassNotFoundException {
        try (JarFile file = new JarFile(jar)) {
            ZipEntry entry = file.getEntry(name.replace('.', '/') + ".class");
            if (entry == null) {
                return null;
            }
            try (InputStream in = file.getInputStream(entry)) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
