/**
 * Telemetry out of the process: encoding, delivery with retries, and counting of what was lost.
 *
 * <p>{@link io.obsagent.export.OtlpExporters} makes the exporters of OTLP. Metrics are encoded by the SDK's marshaler, spans
 * straight from what was recorded of them (OtlpSpan). Both are delivered by ourselves: the SDK's delivery logs through
 * {@code java.util.logging}, looks its sender up through {@code ServiceLoader}, and returns before the request is over.
 * Ours is synchronous on the pipeline's thread, so a batch is in memory once and a reader of the code follows one call.
 *
 * <p>What may enter: formats and backends. How bytes travel is the business of {@code export.transport}, which knows
 * no telemetry.
 */
package io.obsagent.export;
