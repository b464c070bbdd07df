/**
 * Writes what accompanies a release: checksums, provenance, manifests with the image's digest, the bundle for Maven
 * Central. What may enter: pure functions from the built files to a release file.
 */
package io.obsagent.distribution.release;
