package io.obsagent.telemetry;

/** Takes data out of an exception's message: databases quote values in theirs. Thread-safe; must not throw. */
public interface MessageCleaner {
    String clean(String message);
}
