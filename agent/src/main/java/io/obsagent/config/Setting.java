package io.obsagent.config;

/**
 * A value that was found, and where: {@code -Dotel.service.name}, {@code OTEL_SERVICE_NAME}, {@code agent argument
 * log.level}.
 */
final class Setting {
    private final String origin;
    private final String value;

    Setting(String origin, String value) {
        this.origin = origin;
        this.value = value;
    }

    String origin() {
        return origin;
    }

    String value() {
        return value;
    }
}
