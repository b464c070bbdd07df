package io.obsagent.instrumentation.jettyclient12;

import org.eclipse.jetty.http.HttpField;

/** Header fields, read by what has the same form in every version: they are a class in some and an interface in others. */
final class Fields {
    private Fields() {}

    /** All values of a field, null when it is absent. */
    static String joined(Iterable<HttpField> fields, String name) {
        String joined = null;
        for (HttpField field : fields) {
            if (field.getName().equalsIgnoreCase(name)) {
                joined = joined == null ? field.getValue() : joined + "," + field.getValue();
            }
        }
        return joined;
    }
}
