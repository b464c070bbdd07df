/**
 * Which span a sample belongs to. Threads leave an interval behind whenever they switch spans and were sampled
 * meanwhile; the reader of a chunk asks for (thread, time) and gets the span or nothing.
 *
 * <p>What runs on application threads is {@code SpanAttribution}, {@code ThreadTrack}, {@code IntervalLog} and
 * {@code SampledSpans}: no lock, no allocation while nothing was sampled, plain longs only. The rest belongs to the supervisor thread.
 * Depends on nothing but the JDK and {@code id}.
 */
package io.obsagent.profile.attribution;
