package io.obsagent.instrumentation.resteasy;

import io.obsagent.telemetry.WeakTable;

/** What each method and locator is registered under, and what locators have already matched of a request. */
final class Templates {
    private final WeakTable<Object, String> byInvoker = new WeakTable<>();
    private final WeakTable<Object, String> byRequest = new WeakTable<>();

    void registered(Object invoker, String template) {
        byInvoker.put(invoker, template.startsWith("/") ? template : "/" + template);
    }

    /** Null when it was registered before the agent came. */
    String of(Object invoker) {
        return byInvoker.get(invoker);
    }

    /** A locator has consumed its part of the request's path. */
    void located(Object request, Object locator) {
        String template = byInvoker.get(locator);
        if (template != null) {
            byRequest.put(request, mount(request) + template);
        }
    }

    /** What stands before the template of the next method or locator. */
    String mount(Object request) {
        String mount = byRequest.get(request);
        return mount == null ? "" : mount;
    }
}
