/**
 * Profiles as values: what was sampled, how often, at which stack, for which span. Filled by the chunk reader, read by
 * every encoder; knows neither wire format nor profiler.
 */
package io.obsagent.profile.model;
