package io.obsagent.telemetry.messaging;

/** What is done to a message: {@code messaging.operation.name}, and the {@code messaging.operation.type} it is of. */
public enum Verb {
    CREATE("create", "create"),
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

    /**
     * How AMQP 1.0 settles, by the protocol's name of the state, in any case; null for a state that decides nothing.
     */
    public static Verb settling(String state) {
        return state.equalsIgnoreCase("accepted") ? ACCEPT
                : state.equalsIgnoreCase("released") ? RELEASE
                : state.equalsIgnoreCase("rejected") ? REJECT
                : state.equalsIgnoreCase("modified") ? MODIFY : null;
    }
}
