/**
 * Profiles on their way to servers: encoding for each kind of server, a queue bounded by bytes, and one thread a
 * server that sends and tries again. Uses the agent's own transport; knows nothing of how profiles come about.
 */
package io.obsagent.profile.push;
