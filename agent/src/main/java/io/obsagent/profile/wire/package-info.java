/**
 * Profiles as bytes: pprof, Pyroscope's push request around it, and OTLP profiles, all three through one small protobuf
 * writer. Knows the model only.
 */
package io.obsagent.profile.wire;
