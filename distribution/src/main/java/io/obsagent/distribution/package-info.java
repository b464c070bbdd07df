/**
 * Build-time code that turns obs-agent.jar into what is handed out: the image ({@code image}) and the release files
 * ({@code release}). Runs inside the build only; nothing here ends up in obs-agent.jar. What may enter this room itself:
 * what both need.
 */
package io.obsagent.distribution;
