/**
 * Build-time code that makes obs-agent.jar ({@code jar}) and turns it into what is handed out: the bill of materials
 * ({@code sbom}), the image ({@code image}) and the release files ({@code release}). Runs inside the build only; nothing here
 * ends up in obs-agent.jar. What may enter this room itself: what several of them need.
 */
package io.obsagent.distribution;
