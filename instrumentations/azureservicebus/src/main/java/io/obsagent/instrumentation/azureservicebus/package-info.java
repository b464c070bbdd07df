/**
 * Azure Service Bus, {@code com.azure:azure-messaging-servicebus} 7, above the engine Proton-J: what is received and settled
 * is seen there, in the room of the engine, on the engine's thread. Here is what only this client knows:
 *
 * <pre>
 *  ConnectionHandler.onConnection...  ConnectionHandler  which broker a connection of the engine leads to
 *  ReactorSender.send                 SendHandler        send span, producer, context into each message; ends with the answer
 *  processMessage(...) of builders    ListenerHandler    process span around the application's listener
 *  ServiceBusMessageBatch.tryAdd...   MeasureHandler     messages that are only measured are not created
 * </pre>
 *
 * A client of Event Hubs in the same application sends through the same classes, and is seen as what it says it is.
 */
package io.obsagent.instrumentation.azureservicebus;
