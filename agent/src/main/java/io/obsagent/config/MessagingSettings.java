package io.obsagent.config;

import java.util.List;

/** What messaging instrumentations record beyond the fixed attributes. Immutable. */
public final class MessagingSettings {
    /** Header names as written: in messages they are case-sensitive. */
    public final List<String> capturedHeaders;

    private MessagingSettings(Settings settings) {
        capturedHeaders = settings.list(Keys.MESSAGING_HEADERS);
    }

    public static MessagingSettings of(Settings settings) {
        return new MessagingSettings(settings);
    }
}
