/**
 * Judges everything a receiver ever got against OTLP and the semantic conventions, which lie beside as data
 * ({@code resources/semconv}; what the agent sends beyond them is declared in {@code ours.yaml}).
 *
 * <p>Room for rules that hold for all telemetry, whatever the test. What one test expects belongs into that test.
 * Depends on {@code otlp} only.
 */
package io.obsagent.smoke.contract;
