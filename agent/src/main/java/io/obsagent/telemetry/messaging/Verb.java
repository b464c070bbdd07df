package io.obsagent.telemetry.messaging;

/** What is done to a message: {@code messaging.operation.name}, and the {@code messaging.operation.type} it is of. */
public enum Verb {
    PUBLISH("publish", "send"),
    SEND("send", "send"),
    RECEIVE("receive", "receive"),
    POLL("poll", "receive"),
    PROCESS("process", "process"),
    ACK("ack", "settle"),
    NACK("nack", "settle"),
    REJECT("reject", "settle"),
    ACCEPT("accept", "settle"),
    RELEASE("release", "settle"),
    MODIFY("modify", "settle"),
    DISCARD("discard", "settle"),
    REQUEUE("requeue", "settle"),
    COMMIT("commit", "settle");

    final String operation;
    final String type;

    Verb(String operation, String type) {
        this.operation = operation;
        this.type = type;
    }
}
