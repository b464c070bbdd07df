package io.obsagent.export.sdk;

/** Stands in for {@code java.util.logging.Level}. */
public final class SdkLevel {
    public static final SdkLevel SEVERE = new SdkLevel(true);
    public static final SdkLevel WARNING = new SdkLevel(false);
    public static final SdkLevel INFO = new SdkLevel(false);
    public static final SdkLevel CONFIG = new SdkLevel(false);
    public static final SdkLevel FINE = new SdkLevel(false);
    public static final SdkLevel FINER = new SdkLevel(false);
    public static final SdkLevel FINEST = new SdkLevel(false);

    /** Only what is severe reaches an operator: what matters of the rest, the agent says in its own words. */
    final boolean forOperators;

    private SdkLevel(boolean forOperators) {
        this.forOperators = forOperators;
    }
}
