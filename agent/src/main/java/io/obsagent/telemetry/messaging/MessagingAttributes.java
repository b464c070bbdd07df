package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.AttributeKey;

/** The attributes of messaging spans and series, as semantic conventions 1.44 name them, and one of our own. */
final class MessagingAttributes {
    static final AttributeKey<String> SYSTEM = AttributeKey.string("messaging.system");
    static final AttributeKey<String> OPERATION_NAME = AttributeKey.string("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.string("messaging.operation.type");
    static final AttributeKey<String> DESTINATION = AttributeKey.string("messaging.destination.name");
    static final AttributeKey<String> PARTITION = AttributeKey.string("messaging.destination.partition.id");
    static final AttributeKey<String> GROUP = AttributeKey.string("messaging.consumer.group.name");
    static final AttributeKey<Boolean> TEMPORARY = AttributeKey.flag("messaging.destination.temporary");
    static final AttributeKey<Boolean> ANONYMOUS = AttributeKey.flag("messaging.destination.anonymous");
    static final AttributeKey<String> ROUTING_KEY = AttributeKey.string("messaging.rabbitmq.destination.routing_key");
    static final AttributeKey<Long> DELIVERY_TAG = AttributeKey.number("messaging.rabbitmq.message.delivery_tag");
    static final AttributeKey<Long> OFFSET = AttributeKey.number("messaging.kafka.offset");
    static final AttributeKey<String> KEY = AttributeKey.string("messaging.kafka.message.key");
    static final AttributeKey<Boolean> TOMBSTONE = AttributeKey.flag("messaging.kafka.message.tombstone");
    static final AttributeKey<String> MESSAGE_ID = AttributeKey.string("messaging.message.id");
    static final AttributeKey<String> CONVERSATION_ID = AttributeKey.string("messaging.message.conversation_id");
    static final AttributeKey<Long> BATCH_COUNT = AttributeKey.number("messaging.batch.message_count");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.string("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.number("server.port");
    static final AttributeKey<String> PEER_ADDRESS = AttributeKey.string("network.peer.address");
    static final AttributeKey<Long> PEER_PORT = AttributeKey.number("network.peer.port");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.string("error.type");

    /** Ours: what the broker said about a published message, {@code ack} or {@code nack}. */
    static final AttributeKey<String> CONFIRM_OUTCOME = AttributeKey.string("obs.messaging.confirm.outcome");

    private MessagingAttributes() {}
}
