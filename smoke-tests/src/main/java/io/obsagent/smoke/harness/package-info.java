/**
 * Real parts for tests, benchmarks and the demo: installed JDKs, JVMs started with or without the agent, libraries in
 * any version with small applications compiled against them, and an embedded PostgreSQL.
 *
 * <p>Room for starting and stopping things outside this JVM. Depends on {@code otlp} only, and only to point an agent
 * at a receiver. Assertions about telemetry do not belong here.
 */
package io.obsagent.smoke.harness;
