/**
 * Writes the container image as an OCI archive with nothing but the JDK: no daemon, no registry, the same bytes for the
 * same input. What may enter: formats of the OCI image specification and the copier's compilation.
 */
package io.obsagent.distribution.image;
