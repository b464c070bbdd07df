package io.obsagent.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How one signal is sent over OTLP. A signal's own setting wins over the common one; headers are replaced, not merged
 * (OTLP exporter specification). Immutable.
 */
public final class OtlpSettings {
    /** The values of {@code otel.exporter.otlp.protocol}. */
    public enum Protocol {
        HTTP_PROTOBUF,
        GRPC
    }

    /** What {@code otel.exporter.otlp.compression} can be. */
    public enum Compression {
        NONE,
        GZIP
    }

    /** A kind of telemetry with settings of its own. */
    public enum Signal {
        TRACES,
        METRICS,
        /** Settings are read and checked; nothing is sent yet. */
        LOGS,
        /** Still in development, as its path says. */
        PROFILES;

        /** As it is written in keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Of a request over HTTP, below the common endpoint. */
        String path() {
            return (this == PROFILES ? "v1development/" : "v1/") + word();
        }
    }

    private static final String PREFIX = "otel.exporter.otlp.";
    private static final String[] RESERVED = {
        "host", "connection", "content-length", "content-type", "content-encoding", "transfer-encoding", "te", "grpc-encoding"
    };

    public final Signal signal;
    public final Protocol protocol;

    /** For HTTP the full address of the request; for gRPC its path means nothing. */
    public final Endpoint endpoint;

    /** The setting that the endpoint came from, for messages. */
    public final String endpointSetting;

    /** In the order given. Secret: never to be logged. */
    public final Map<String, String> headers;

    public final Compression compression;

    /** For one batch, retries included. */
    public final long timeoutMillis;

    /** Path of a PEM file, or null. */
    public final String certificate;

    /** Path of a PEM file, or null. */
    public final String clientKey;

    /** Path of a PEM file, or null. */
    public final String clientCertificate;

    private final Settings settings;

    private OtlpSettings(Settings settings, Signal signal) {
        this.settings = settings;
        this.signal = signal;
        protocol = settings.choice(key(Keys.OTLP_PROTOCOL), Protocol.values());
        endpointSetting = settings.origin(key(Keys.OTLP_ENDPOINT));
        endpoint = endpoint();
        headers = headers(key(Keys.OTLP_HEADERS));
        compression = settings.choice(key(Keys.OTLP_COMPRESSION), Compression.values());
        timeoutMillis = timeout(key(Keys.OTLP_TIMEOUT));
        certificate = settings.text(key(Keys.OTLP_CERTIFICATE));
        clientKey = settings.text(key(Keys.OTLP_CLIENT_KEY));
        clientCertificate = settings.text(key(Keys.OTLP_CLIENT_CERTIFICATE));
    }

    public static OtlpSettings of(Settings settings, Signal signal) {
        return new OtlpSettings(settings, signal);
    }

    private OtlpSettings(OtlpSettings base, Protocol protocol, Compression compression, Endpoint endpoint, String endpointSetting, Map<String, String> headers) {
        settings = base.settings;
        signal = base.signal;
        timeoutMillis = base.timeoutMillis;
        certificate = base.certificate;
        clientKey = base.clientKey;
        clientCertificate = base.clientCertificate;
        this.protocol = protocol;
        this.compression = compression;
        this.endpoint = endpoint;
        this.endpointSetting = endpointSetting;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * The same over uncompressed HTTP to a server that has settings of its own for address and headers.
     *
     * @param otherHeaders may name a {@code Content-Type}; must be fit for a request
     */
    public OtlpSettings to(Endpoint other, String setting, Map<String, String> otherHeaders) {
        return new OtlpSettings(this, Protocol.HTTP_PROTOBUF, Compression.NONE, other, setting, otherHeaders);
    }

    /** The same for requests that are always compressed. */
    public OtlpSettings compressed() {
        return new OtlpSettings(this, protocol, Compression.GZIP, endpoint, endpointSetting, headers);
    }

    /** How the user spelled the setting a message has to name. */
    public String origin(Key common) {
        return settings.origin(key(common));
    }

    private Key key(Key common) {
        Key own = common.below(PREFIX, signal.word());
        return settings.isSet(own) ? own : common;
    }

    private Endpoint endpoint() {
        boolean grpc = protocol == Protocol.GRPC;
        Key key = key(Keys.OTLP_ENDPOINT).withDefault(grpc ? "http://localhost:4317" : "http://localhost:4318");
        String text = settings.text(key);
        if (grpc && text.indexOf("://") < 0) {
            text = (settings.flag(key(Keys.OTLP_INSECURE)) ? "http://" : "https://") + text;
        }
        Endpoint parsed = Endpoint.parse(text);
        boolean own = !key.name().equals(Keys.OTLP_ENDPOINT.name());
        if (parsed == null) {
            String fault = grpc ? "not http(s)://host:port or host:port" : "not http(s)://host:port";
            parsed = Endpoint.parse(settings.rejected(key, fault));
            own = false;
        }
        return grpc || own ? parsed : parsed.append(signal.path());
    }

    private Map<String, String> headers(Key key) {
        Map<String, String> usable = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : settings.pairs(key).entrySet()) {
            String name = header.getKey();
            String fault = null;
            if (isReserved(name)) {
                fault = "is set by the agent itself";
            } else if (!isToken(name) || !isText(header.getValue())) {
                fault = "has characters a header cannot have";
            }
            if (fault == null) {
                usable.put(name, header.getValue());
            } else {
                String shown = isToken(name) ? name : Secrets.MASK;
                settings.warnings().add(settings.origin(key) + ": header '" + shown + "' " + fault + ": left out");
            }
        }
        return Collections.unmodifiableMap(usable);
    }

    private long timeout(Key key) {
        long millis = settings.millis(key);
        return millis > 0 ? millis : Values.millis(settings.rejected(key, "no time at all"));
    }

    private static boolean isReserved(String name) {
        for (String reserved : RESERVED) {
            if (reserved.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c < 128 && Character.isLetterOrDigit(c)) && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c >= 127) {
                return false;
            }
        }
        return true;
    }
}
