package io.obsagent.config;

import java.util.List;

/** Whether the names of before the stable semantic conventions are emitted beside the stable ones. Immutable. */
public final class SemconvSettings {
    /** {@code http/dup} is among {@code otel.semconv.stability.opt.in}. */
    public final boolean oldHttpToo;

    /** {@code database/dup} is among {@code otel.semconv.stability.opt.in}. */
    public final boolean oldDatabaseToo;

    private SemconvSettings(Settings settings) {
        List<String> optIn = settings.list(Keys.SEMCONV_OPT_IN);
        oldHttpToo = optIn.contains("http/dup");
        oldDatabaseToo = optIn.contains("database/dup");
    }

    public static SemconvSettings of(Settings settings) {
        return new SemconvSettings(settings);
    }
}
