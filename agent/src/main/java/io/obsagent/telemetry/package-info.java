/**
 * What handlers call: operations, their series (RED), spans, context, limits.
 *
 * <pre>
 *  handler --start--> Operation --end--> HistogramSeries   every call, lock-free, exact
 *                        |
 *                        +--- Span --> SpanSink            sampled calls only
 * </pre>
 *
 * The load-bearing rule: RED is recorded when an operation ends, before and whatever becomes of its span. An operation
 * that is not sampled carries no span and no attributes; it is 64 bytes. The context of a thread is simply its current
 * {@link io.obsagent.telemetry.Operation}; trace state, baggage and the sampling decision hang on the
 * {@link io.obsagent.telemetry.Trace} that all operations of one request in this process share.
 *
 * <p>May enter: what is measured and how it is kept. No type of the OpenTelemetry API (an application may have its own),
 * no library, no wire format.
 */
package io.obsagent.telemetry;
