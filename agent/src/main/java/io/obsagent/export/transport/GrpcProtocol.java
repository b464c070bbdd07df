package io.obsagent.export.transport;

import io.obsagent.config.OtlpSettings;
import io.obsagent.config.PercentEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** OTLP over gRPC: unary calls on HTTP/2. Which status may be tried again is the OTLP specification's table. */
final class GrpcProtocol implements Protocol {
    private static final int RESOURCE_EXHAUSTED = 8;
    /** CANCELLED, DEADLINE_EXCEEDED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS. */
    private static final int[] PASSING = {1, 4, 10, 11, 14, 15};

    private static final String[] STATUS = {
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE",
        "DATA_LOSS", "UNAUTHENTICATED"
    };

    private final boolean gzip;
    private final byte[] fixedHeaders;

    GrpcProtocol(OtlpSettings settings, String userAgent) {
        gzip = settings.compression == OtlpSettings.Compression.GZIP;
        fixedHeaders = fixedHeaders(settings, userAgent);
    }

    @Override
    public String applicationProtocol() {
        return "h2";
    }

    @Override
    public Session start(Connection connection) throws IOException {
        Http2Session http2 = new Http2Session(connection);
        return new Session() {
            @Override
            public Reply exchange(byte[] body, int length, Deadline deadline) throws IOException {
                return reply(http2.exchange(headers(deadline), prefix(length), body, length));
            }

            @Override
            public boolean isReusable() {
                return http2.isReusable();
            }
        };
    }

    private byte[] headers(Deadline deadline) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(fixedHeaders.length + 32);
        block.write(fixedHeaders, 0, fixedHeaders.length);
        HeaderBlock.encode(block, "grpc-timeout", deadline.remainingMillis() + "m");
        return block.toByteArray();
    }

    /** The head of a message: whether it is compressed, and its length. */
    private byte[] prefix(int length) {
        byte compressed = (byte) (gzip ? 1 : 0);
        return new byte[] {compressed, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    private static Reply reply(Http2Session.Answer answer) {
        Map<String, String> headers = answer.headers;
        String status = headers.get("grpc-status");
        if (status == null) {
            return withoutStatus(headers.getOrDefault(":status", "unknown"));
        }
        if (status.equals("0")) {
            byte[] body = answer.body.toByteArray();
            return body.length >= 5 && body[0] == 0
                ? Reply.accepted(Arrays.copyOfRange(body, 5, body.length))
                : Reply.rejected("the answer is not gRPC");
        }
        GrpcStatus details = details(headers.get("grpc-status-details-bin"));
        int code = code(status);
        String reason = reason(status, code, headers.get("grpc-message"));
        boolean passing = code == RESOURCE_EXHAUSTED ? details.retryDelayMillis >= 0 : isPassing(code);
        return passing ? Reply.retry(reason, details.retryDelayMillis) : Reply.rejected(reason);
    }

    /** A proxy in between answered by itself. */
    private static Reply withoutStatus(String httpStatus) {
        return HttpResponse.isPassing(httpStatus)
            ? Reply.retry("HTTP " + httpStatus, -1)
            : Reply.rejected("HTTP " + httpStatus + " without a gRPC status: is this the right endpoint?");
    }

    private static GrpcStatus details(String base64) {
        try {
            return GrpcStatus.parse(base64 == null ? new byte[0] : Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return GrpcStatus.parse(new byte[0]);
        }
    }

    private static int code(String status) {
        try {
            return Integer.parseInt(status);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String reason(String status, int code, String encodedMessage) {
        String name = code >= 0 && code < STATUS.length ? STATUS[code] : "status " + status;
        String message = encodedMessage == null ? null : PercentEncoding.decode(encodedMessage);
        return "gRPC " + name + (message == null || message.isEmpty() ? "" : ", " + message);
    }

    private static boolean isPassing(int code) {
        for (int passing : PASSING) {
            if (passing == code) {
                return true;
            }
        }
        return false;
    }

    private static byte[] fixedHeaders(OtlpSettings settings, String userAgent) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(256);
        HeaderBlock.encode(block, ":method", "POST");
        HeaderBlock.encode(block, ":scheme", settings.endpoint.tls ? "https" : "http");
        HeaderBlock.encode(block, ":path", path(settings.signal));
        HeaderBlock.encode(block, ":authority", settings.endpoint.authority());
        HeaderBlock.encode(block, "te", "trailers");
        HeaderBlock.encode(block, "content-type", "application/grpc");
        if (settings.compression == OtlpSettings.Compression.GZIP) {
            HeaderBlock.encode(block, "grpc-encoding", "gzip");
        }
        boolean named = false;
        for (Map.Entry<String, String> header : settings.headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            named |= name.equals("user-agent");
            HeaderBlock.encode(block, name, header.getValue());
        }
        if (!named) {
            HeaderBlock.encode(block, "user-agent", userAgent);
        }
        return block.toByteArray();
    }

    private static String path(OtlpSettings.Signal signal) {
        switch (signal) {
            case TRACES:
                return "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
            case METRICS:
                return "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
            case LOGS:
                return "/opentelemetry.proto.collector.logs.v1.LogsService/Export";
            default:
                return "/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export";
        }
    }
}
