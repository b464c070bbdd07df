package io.obsagent.bridge;

/**
 * The agent's side of the bridge, free of types in {@code java.lang}: javac refuses to see those from Java 9 level
 * sources, and only this module is compiled at Java 8 level.
 *
 * <p>Must be thread-safe and must not block. See {@code java.lang.ObsBridge} for the meaning of each call.
 */
public interface Dispatch {
    Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d);

    Object argument(Object original, Object scope, Class<?> type, int joinPoint);

    Object exit(Object result, Throwable thrown, Object scope, Class<?> type, int joinPoint);

    void failed(int joinPoint, Throwable failure, boolean blown);

    void command(String arguments);
}
