/**
 * From telemetry to the exporters: the queue of ended spans, the reader of the RED cells, and the one thread that sends
 * both. The views here dress our own data as the OpenTelemetry SDK's, without copying it.
 *
 * <p>May enter: what moves telemetry towards an exporter. Formats and delivery are next door, in {@code export}.
 */
package io.obsagent.export.pipeline;
