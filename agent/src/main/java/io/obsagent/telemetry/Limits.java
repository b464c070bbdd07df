package io.obsagent.telemetry;

import io.obsagent.config.TraceSettings;

/** The limits on what one span may hold. Immutable. */
final class Limits {
    final int attributes;
    final int events;
    final int links;
    final int eventAttributes;
    private final int valueLength;

    Limits(TraceSettings settings) {
        attributes = settings.attributeCount;
        events = settings.eventCount;
        links = settings.linkCount;
        eventAttributes = settings.eventAttributeCount;
        valueLength = settings.attributeValueLength;
    }

    String cut(String value) {
        return value == null || value.length() <= valueLength ? value : value.substring(0, valueLength);
    }

    String[] cut(String[] values) {
        String[] result = values;
        for (int i = 0; i < values.length; i++) {
            if (values[i].length() > valueLength) {
                if (result == values) {
                    result = values.clone();
                }
                result[i] = cut(values[i]);
            }
        }
        return result;
    }
}
