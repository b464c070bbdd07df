package io.obsagent.export.pipeline;

import io.obsagent.telemetry.Span;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The attributes of one span, in place. Exporters only walk over them. */
final class SpanAttributes implements Attributes {
    private final Span span;

    SpanAttributes(Span span) {
        this.span = span;
    }

    @Override
    public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
        for (int i = 0; i < span.attributeCount(); i++) {
            consumer.accept(SdkAttributes.key(span.attributeKey(i)), SdkAttributes.value(span.attributeValue(i)));
        }
    }

    @Override
    public int size() {
        return span.attributeCount();
    }

    @Override
    public boolean isEmpty() {
        return span.attributeCount() == 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(AttributeKey<T> key) {
        return (T) asMap().get(key);
    }

    @Override
    public Map<AttributeKey<?>, Object> asMap() {
        Map<AttributeKey<?>, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public AttributesBuilder toBuilder() {
        return Attributes.builder().putAll(this);
    }
}
