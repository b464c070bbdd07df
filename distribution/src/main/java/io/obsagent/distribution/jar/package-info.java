/**
 * Assembles {@code obs-agent.jar}: which class goes into which folder, the index of join points, reproducible bytes. What may
 * enter: decisions about the content of the jar.
 */
package io.obsagent.distribution.jar;
