/**
 * Connection pools of databases: how many connections there are and who waits for one. Shared by the modules of the
 * pools, each of which only knows where its pool keeps its numbers.
 *
 * <p>May enter: what all pools have in common.
 */
package io.obsagent.telemetry.pool;
