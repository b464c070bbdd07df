package io.obsagent.telemetry.http;

/** A path whose identifiers are left out, and the names of the spans that call it. Thread-safe. */
final class UrlTemplate {
    final String text;
    /** Of the text, as {@link UrlTemplates} makes it from a path. */
    final int hash;
    /** There are as many as methods; a chain, because nearly always it is one. */
    private volatile Name names;

    private static final class Name {
        final String method;
        final String text;
        final Name next;

        Name(String method, String text, Name next) {
            this.method = method;
            this.text = text;
            this.next = next;
        }
    }

    UrlTemplate(String text, int hash) {
        this.text = text;
        this.hash = hash;
    }

    /** @param label the method as telemetry names it */
    String spanName(String label) {
        Name first = names;
        for (Name name = first; name != null; name = name.next) {
            if (name.method.equals(label)) {
                return name.text;
            }
        }
        Name fresh = new Name(label, HttpMethods.inName(label) + " " + text, first);
        names = fresh; // of two threads one forgets the other's, which is made again
        return fresh.text;
    }
}
