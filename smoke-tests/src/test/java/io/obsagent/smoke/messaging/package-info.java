/** Messaging libraries against the brokers of {@code io.obsagent.smoke.broker}. */
package io.obsagent.smoke.messaging;
