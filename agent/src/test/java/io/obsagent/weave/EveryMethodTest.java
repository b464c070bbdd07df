package io.obsagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.bridge.Bridge;
import io.obsagent.bridge.Dispatch;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;

/** Weaves every method of some thousand classes that other people's compilers made, and has the JVM verify each. */
class EveryMethodTest {
    @Test
    void theVerifierAcceptsEveryWovenMethod() throws IOException {
        Bridge.connect(new SilentDispatch(), 1);
        List<String> rejected = new ArrayList<>();
        int woven = 0;
        for (Class<?> anchor : new Class<?>[] {Assertions.class, ClassReader.class,
                SdkTracerProvider.class, JupiterTestEngine.class}) {
            File jar = new File(anchor.getProtectionDomain().getCodeSource().getLocation().getPath());
            woven += verify(jar, rejected);
        }
        assertThat(rejected).isEmpty();
        assertThat(woven).isGreaterThan(700);
    }

    private static int verify(File jar, List<String> rejected) throws IOException {
        int woven = 0;
        try (JarFile file = new JarFile(jar)) {
            WeavingLoader loader = new WeavingLoader(file);
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (!name.endsWith(".class") || name.startsWith("META-INF") || name.equals("module-info.class")
                        || name.hashCode() % 5 != 0) {
                    continue; // a fifth of them is seconds; all of them pass too
                }
                woven++;
                try {
                    Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, loader);
                } catch (VerifyError | ClassFormatError e) {
                    rejected.add(name + ": " + e.getMessage());
                } catch (LinkageError | ClassNotFoundException e) {
                    continue; // an optional dependency that is not here, or a static initialiser without its environment
                }
            }
        }
        return woven;
    }

    private static final class SilentDispatch implements Dispatch {
        @Override
        public Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d) {
            return null;
        }

        @Override
        public Object argument(Object original, Object scope, Class<?> type, int joinPoint) {
            return original;
        }

        @Override
        public Object exit(Object result, Throwable thrown, Object scope, Class<?> type, int joinPoint) {
            return result;
        }

        @Override
        public void failed(int joinPoint, Throwable failure, boolean blown) {
            throw new AssertionError(failure);
        }

        @Override
        public void command(String arguments) {
            throw new AssertionError(arguments);
        }
    }

    private static final class WeavingLoader extends ClassLoader {
        private final JarFile jar;

        WeavingLoader(JarFile jar) {
            super(EveryMethodTest.class.getClassLoader());
            this.jar = jar;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
                if (loaded != null || entry == null) {
                    return loaded != null ? loaded : super.loadClass(name, resolve);
                }
                try {
                    byte[] woven = weave(jar.getInputStream(entry).readAllBytes());
                    return defineClass(name, woven, 0, woven.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }

        private static byte[] weave(byte[] bytes) {
            ClassHeader header = new ClassHeader(bytes);
            Set<String> methods = new LinkedHashSet<>();
            header.rewindMethods();
            while (header.nextMethod()) {
                if (!header.methodName().equals("<clinit>")) {
                    methods.add(header.methodName());
                }
            }
            JoinPoint all = new JoinPoint(0, "", "", new String[0], false, methods.toArray(new String[0]), "(",
                    new byte[] {0, 1, 2, 3}, new byte[] {0}, false, "", false);
            return new ClassWeaver(Collections.singletonList(all), header.majorVersion()).weave(bytes);
        }
    }
}
