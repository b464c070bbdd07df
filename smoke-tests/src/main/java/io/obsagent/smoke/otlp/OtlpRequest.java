package io.obsagent.smoke.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived, whether it was answered with success or not. Immutable; the body must not be modified.
 */
public final class OtlpRequest {
    /** How the request came. */
    public enum Transport { HTTP, GRPC }

    private final Signal signal;
    private final Transport transport;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Message message;
    private final Reply reply;
    private final List<String> faults;

    private OtlpRequest(Signal signal, Transport transport, Map<String, String> headers, byte[] body,
                        Message message, Reply reply, List<String> faults) {
        this.signal = signal;
        this.transport = transport;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.message = message;
        this.reply = reply;
        this.faults = List.copyOf(faults);
    }

    static OtlpRequest overHttp(Signal signal, Map<String, String> headers, byte[] body, Reply reply) {
        List<String> faults = new ArrayList<>();
        Message message = signal.parser().map(parser -> {
            try {
                return (Message) parser.parseFrom(body);
            } catch (InvalidProtocolBufferException e) {
                faults.add("body of " + body.length + " bytes is no " + signal + " request: " + e.getMessage());
                return null;
            }
        }).orElse(null);
        if (message != null) {
            faults.addAll(UnknownFields.in(message));
        }
        return new OtlpRequest(signal, Transport.HTTP, headers, body, message, reply, faults);
    }

    static OtlpRequest overGrpc(Signal signal, Map<String, String> headers, Message message, Reply reply) {
        return new OtlpRequest(signal, Transport.GRPC, headers, message.toByteArray(), message, reply,
                UnknownFields.in(message));
    }

    public Signal signal() {
        return signal;
    }

    public Transport transport() {
        return transport;
    }

    /** Header values by lower-case name; several values of one name are joined by a comma. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body after decompression. */
    public byte[] body() {
        return body;
    }

    /** The decoded body, or empty for bytes the receiver does not decode or could not. */
    public Optional<Message> message() {
        return Optional.ofNullable(message);
    }

    /** What the receiver answered. */
    public Reply reply() {
        return reply;
    }

    /** What is wrong with the bytes themselves: undecodable, or fields that OTLP does not know. */
    public List<String> faults() {
        return faults;
    }
}
