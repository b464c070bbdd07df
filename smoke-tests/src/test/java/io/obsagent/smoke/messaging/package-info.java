/**
 * Messaging libraries against the brokers of {@code io.obsagent.smoke.broker}. A contract is what several libraries or
 * brokers have to show alike; each library is a suite that says how it is started and what it expects beyond that.
 */
package io.obsagent.smoke.messaging;
