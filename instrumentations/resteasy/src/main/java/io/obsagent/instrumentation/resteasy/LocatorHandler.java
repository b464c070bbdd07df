package io.obsagent.instrumentation.resteasy;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A locator has found the sub-resource that the rest of the path is for. */
@Weave(type = "org.jboss.resteasy.core.ResourceLocatorInvoker", method = "invokeOnTargetObject", parameters = {
    "org.jboss.resteasy.spi.HttpRequest", "org.jboss.resteasy.spi.HttpResponse", "java.lang.Object"})
final class LocatorHandler extends Handler {
    private final Templates templates;

    LocatorHandler(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        templates.located(request, self);
        return null;
    }
}
