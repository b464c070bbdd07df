package io.obsagent.export;

import io.obsagent.export.proto.ProtoReader;

/** What an OTLP backend says about an accepted request; trace and metric responses have the same fields. Immutable. */
final class PartialSuccess {
    /** Items the backend refused. */
    final long rejected;

    /** Why, or a warning; empty when all is well. */
    final String message;

    private PartialSuccess(long rejected, String message) {
        this.rejected = rejected;
        this.message = message;
    }

    /** {@code Response { partial_success = 1 { int64 rejected = 1; string error_message = 2 } }}; null when it is not one. */
    static PartialSuccess parse(byte[] response) {
        long rejected = 0;
        String message = "";
        try {
            for (ProtoReader reader = new ProtoReader(response); reader.next(); ) {
                if (reader.field() != 1) {
                    continue;
                }
                for (ProtoReader partial = new ProtoReader(reader.content()); partial.next(); ) {
                    if (partial.field() == 1) {
                        rejected = Math.max(0, partial.number());
                    } else if (partial.field() == 2) {
                        message = partial.text();
                    }
                }
            }
        } catch (ProtoReader.MalformedException e) {
            return null;
        }
        return new PartialSuccess(rejected, message);
    }
}
