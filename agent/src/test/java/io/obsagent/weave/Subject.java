package io.obsagent.weave;

import java.util.function.Supplier;

/** Methods of every shape that weaving has to get right; woven and loaded a second time by {@link ClassWeaverTest}. */
public class Subject {
    public Object constructedWith;

    public Subject() {
        this("default");
    }

    public Subject(Object with) {
        constructedWith = with == null ? "null" : with;
    }

    public String join(String a, long b, double c, int d) {
        String result = a;
        for (int i = 0; i < d; i++) {
            long local = b + i;
            result += local;
        }
        return result + c;
    }

    public static int count(int[] numbers, boolean twice) {
        int sum = 0;
        for (int number : numbers) {
            switch (number) {
                case 1:
                    sum += 1;
                    break;
                case 100:
                    sum += 10;
                    break;
                default:
                    sum += number;
            }
        }
        return twice ? 2 * sum : sum;
    }

    public Object caught(Object value) {
        Object before = value;
        try {
            before = ((String) value).substring(1);
        } catch (ClassCastException e) {
            return "caught " + before;
        } finally {
            constructedWith = before;
        }
        return before;
    }

    public synchronized void nothing() {}

    public void fail(RuntimeException with) {
        if (with != null) {
            throw with;
        }
    }

    public long forever(long limit) {
        long i = 0;
        while (true) {
            if (i++ == limit) {
                return i;
            }
        }
    }

    public void loop(Runnable task, int times) {
        for (int i = 0; i < times; i++) {
            task.run();
        }
    }

    public String supplied(Supplier<String> first, Supplier<String> second) {
        return first.get() + second.get();
    }

    public String echo(String text) {
        return text;
    }
}
