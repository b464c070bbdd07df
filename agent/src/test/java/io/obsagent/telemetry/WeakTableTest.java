package io.obsagent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakTableTest {
    private final WeakTable<Object, String> table = new WeakTable<>();

    @Test
    void remembersByIdentity() {
        String a = new String("same");
        String b = new String("same");
        table.put(a, "a");
        table.put(b, "b");

        assertThat(table.get(a)).isEqualTo("a");
        assertThat(table.get(b)).isEqualTo("b");
        assertThat(table.remove(a)).isEqualTo("a");
        assertThat(table.get(a)).isNull();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void growsWithoutLosingAnything() {
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Object key = new Object();
            keys.add(key);
            table.put(key, Integer.toString(i));
        }

        for (int i = 0; i < keys.size(); i++) {
            assertThat(table.get(keys.get(i))).isEqualTo(Integer.toString(i));
        }
        assertThat(table.size()).isEqualTo(10_000);
    }

    @Test
    void forgetsWhatTheApplicationForgot() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            table.put(new Object(), "x");
        }
        for (int i = 0; i < 100 && table.size() > 0; i++) {
            System.gc();
            Thread.onSpinWait();
            synchronized (this) {
                wait(20);
            }
        }
        assertThat(table.size()).isZero();
    }

    @Test
    void manyThreadsAgree() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 50_000; i++) {
                    Object key = new Object();
                    table.put(key, "v");
                    if (table.get(key) == null || table.remove(key) == null) {
                        synchronized (failures) {
                            failures.add(new AssertionError("lost at " + i));
                        }
                        return;
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(table.size()).isZero();
    }
}
