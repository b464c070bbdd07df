package io.obsagent.instrumentation.resteasy;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A resource method or locator is put under its template, at deployment or when a sub-resource is first reached. */
@Weave(type = "org.jboss.resteasy.core.registry.RootNode", method = "addInvoker",
        parameters = {"java.lang.String", "org.jboss.resteasy.spi.ResourceInvoker"})
final class RegisteredHandler extends Handler {
    private final Templates templates;

    RegisteredHandler(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object template, Object invoker, Object c, Object d) {
        templates.registered(invoker, (String) template);
        return null;
    }
}
