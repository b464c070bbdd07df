package io.obsagent.bridge;

/** Puts a {@link Dispatch} behind {@code java.lang.ObsBridge}. Loaded by the agent loader, after the bridge is defined. */
final class BridgeConnector extends ObsDispatcher {
    private final Dispatch dispatch;

    BridgeConnector(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d) {
        return dispatch.enter(type, joinPoint, self, a, b, c, d);
    }

    @Override
    public Object argument(Object original, Object scope, Class<?> type, int joinPoint) {
        return dispatch.argument(original, scope, type, joinPoint);
    }

    @Override
    public Object exit(Object result, Throwable thrown, Object scope, Class<?> type, int joinPoint) {
        return dispatch.exit(result, thrown, scope, type, joinPoint);
    }

    @Override
    public void failed(int joinPoint, Throwable failure, boolean blown) {
        dispatch.failed(joinPoint, failure, blown);
    }

    @Override
    public void command(String arguments) {
        dispatch.command(arguments);
    }
}
