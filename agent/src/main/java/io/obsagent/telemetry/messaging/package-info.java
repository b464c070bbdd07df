/**
 * Messaging semantics, shared by every messaging library: which facts of a message become a span, a series and a name,
 * by the messaging conventions of semantic conventions 1.44.
 *
 * <pre>
 *  handler of a library --> MessagingTelemetry.send/receive/process/settle --> Operation --Destination.end--> span + RED
 *                           Destination.delivered --> consumed, time in queue, redeliveries
 *                           BrokerConnection, BrokerSession, Unsettled, Confirmations --> what is open, held, answered
 * </pre>
 *
 * A library's module contributes its join points and says where a message goes or comes from ({@link
 * io.obsagent.telemetry.messaging.Broker}); names, attributes, series and their bounds are decided here.
 *
 * <p>May enter: what is true of messaging whatever the library. No library type, no type of the OpenTelemetry API.
 */
package io.obsagent.telemetry.messaging;
