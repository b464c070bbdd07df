/**
 * Telemetry out of the process: encoding, delivery with retries, and counting of what was lost.
 *
 * <p>{@link io.obsagent.export.OtlpExporters} makes the SDK exporters of OTLP. They encode with the SDK's own marshalers
 * but deliver by themselves: the SDK's delivery logs through {@code java.util.logging}, looks its sender up through
 * {@code ServiceLoader}, and returns before the request is over. Ours is synchronous on the SDK's worker thread, so a batch
 * is in memory once and a reader of the code follows one call.
 *
 * <p>What may enter: formats and backends. How bytes travel is the business of {@code export.transport}, which knows
 * no telemetry.
 */
package io.obsagent.export;
