package io.obsagent.export.transport;

import io.obsagent.export.proto.ProtoReader;

/** A {@code google.rpc.Status}: the body of OTLP/HTTP errors and the details of gRPC ones. Immutable. */
final class GrpcStatus {
    private static final String RETRY_INFO = "google.rpc.RetryInfo";
    private static final int LONGEST_MESSAGE = 200;

    /** Empty when there is none. */
    final String message;

    /** The delay of a {@code RetryInfo} among the details, or -1. */
    final long retryDelayMillis;

    private GrpcStatus(String message, long retryDelayMillis) {
        this.message = message;
        this.retryDelayMillis = retryDelayMillis;
    }

    /** Reads {@code Status { message = 2; repeated Any details = 3 }}; what is malformed counts as absent. */
    static GrpcStatus parse(byte[] status) {
        String message = "";
        long delay = -1;
        try {
            for (ProtoReader reader = new ProtoReader(status); reader.next(); ) {
                if (reader.field() == 2) {
                    message = reader.text();
                } else if (reader.field() == 3) {
                    delay = Math.max(delay, retryDelay(reader.content()));
                }
            }
        } catch (ProtoReader.MalformedException e) {
            return new GrpcStatus(message, delay);
        }
        return new GrpcStatus(message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message, delay);
    }

    static String messageOf(byte[] status) {
        return parse(status).message;
    }

    /** {@code Any { type_url = 1; value = 2 }} of {@code RetryInfo { Duration retry_delay = 1 }}. */
    private static long retryDelay(byte[] any) {
        String type = "";
        byte[] value = {};
        for (ProtoReader reader = new ProtoReader(any); reader.next(); ) {
            if (reader.field() == 1) {
                type = reader.text();
            } else if (reader.field() == 2) {
                value = reader.content();
            }
        }
        if (!type.endsWith(RETRY_INFO)) {
            return -1;
        }
        long millis = 0;
        for (ProtoReader info = new ProtoReader(value); info.next(); ) {
            if (info.field() == 1) {
                for (ProtoReader duration = new ProtoReader(info.content()); duration.next(); ) {
                    if (duration.field() == 1) {
                        millis += duration.number() * 1_000;
                    } else if (duration.field() == 2) {
                        millis += duration.number() / 1_000_000;
                    }
                }
            }
        }
        return Math.max(0, millis);
    }
}
