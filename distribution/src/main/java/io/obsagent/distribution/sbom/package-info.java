/**
 * Writes the bill of materials (CycloneDX) from the finished jar and the class path it was made of: it names a library
 * if and only if something of it is inside. The Maven plugin for this lists what the build depends on, which is more,
 * and refuses to run offline. What may enter: the format, and the licences we have checked.
 */
package io.obsagent.distribution.sbom;
