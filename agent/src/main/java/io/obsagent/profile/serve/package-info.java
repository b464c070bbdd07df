/**
 * Profiles for whoever asks on this machine: {@code /debug/pprof/profile}, {@code /debug/pprof/heap} and their kin on a
 * port of the loopback address, as scrapers and {@code go tool pprof} know them. Off unless a port is set.
 */
package io.obsagent.profile.serve;
