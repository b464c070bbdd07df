/** Assembles {@code obs-agent.jar}: which class goes into which folder, the index of join points, reproducible bytes. */
package io.obsagent.distribution.jar;
