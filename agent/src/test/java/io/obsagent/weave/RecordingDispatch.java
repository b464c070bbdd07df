package io.obsagent.weave;

import io.obsagent.bridge.Bridge;
import io.obsagent.bridge.Dispatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stands behind the bridge in tests and writes down what woven code says. */
final class RecordingDispatch implements Dispatch {
    static final Object SCOPE = new Object();

    final List<String> calls = new ArrayList<>();
    final List<Throwable> thrown = new ArrayList<>();
    Object replacement;
    RuntimeException failure;

    static RecordingDispatch connected() {
        RecordingDispatch dispatch = new RecordingDispatch();
        Bridge.connect(dispatch, 8);
        return dispatch;
    }

    @Override
    public Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d) {
        calls.add("enter " + joinPoint + " " + type.getSimpleName() + " " + (self == null ? "static" : "this")
                + " " + Arrays.asList(a, b, c, d));
        if (failure != null) {
            throw failure;
        }
        return SCOPE;
    }

    @Override
    public Object argument(Object original, Object scope, Class<?> type, int joinPoint) {
        calls.add("argument " + original);
        return replacement == null ? original : replacement;
    }

    @Override
    public Object exit(Object result, Throwable failed, Object scope, Class<?> type, int joinPoint) {
        calls.add("exit " + joinPoint + " " + (failed == null ? result : failed.getClass().getSimpleName()));
        if (failed != null) {
            thrown.add(failed);
        }
        return replacement == null ? result : replacement;
    }

    @Override
    public void failed(int joinPoint, Throwable reason, boolean blown) {
        calls.add("failed " + joinPoint + (blown ? " blown" : ""));
    }

    @Override
    public void command(String arguments) {
        calls.add("command " + arguments);
    }
}
