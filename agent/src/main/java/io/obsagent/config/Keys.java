package io.obsagent.config;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of every key the agent understands. {@code docs/settings.md} is this table, held equal by a test.
 *
 * <p>Keys named {@code otel.*} mean what the OpenTelemetry SDK configuration specification says, defaults included.
 * Keys of our own start with {@code obs.}; over all rooms there are fewer than forty of them.
 */
public final class Keys {
    // The agent itself.
    public static final Key ENABLED = new Key("obs.enabled", "true", "`false`: the agent steps aside before it does anything");
    public static final Key CONFIG_FILE = new Key("obs.config.file", null, "properties file (UTF-8) with any of these keys; every other source wins over it");
    public static final Key LOG_LEVEL = new Key("obs.log.level", "info", "the agent's own lines on standard error: `off`, `error`, `warn`, `info`, `debug`; unset: `otel.log.level`");
    public static final Key INSTRUMENTATION_ENABLED = new Key("obs.instrumentation.<name>.enabled", "true", "`false` leaves one library alone, for example `obs.instrumentation.jdbc.enabled`; without its server's module (`tomcat`, `jetty12`, ...) a servlet's requests are taken from `servlet3` or `servlet5`, until these are off too; options are off until `true`: `obs.instrumentation.jdbc.rows.enabled` (rows and time of fetching results)");
    public static final Key OTHER_AGENT_TRACES = new Key("obs.other-agent.traces", "false", "`true`: trace although another APM agent is in the process; else metrics and profiles only");

    // General.
    public static final Key SDK_DISABLED = new Key("otel.sdk.disabled", "false", "`true` is the same as `obs.enabled=false`");
    public static final Key OTEL_LOG_LEVEL = new Key("otel.log.level", "info", "as `obs.log.level`, which wins");
    public static final Key SERVICE_NAME = new Key("otel.service.name", null, "`service.name`; unset: Spring's `spring.application.name`, else the jar's manifest, else the name of the jar or main class");
    public static final Key RESOURCE_ATTRIBUTES = new Key("otel.resource.attributes", null, "`key=value,key2=value2`, percent-decoded; wins over everything detected");
    public static final Key PROPAGATORS = new Key("otel.propagators", "tracecontext,baggage", "list of `tracecontext`, `baggage`, `b3`, `b3multi`, `jaeger`, `xray`, or `none`");
    public static final Key SEMCONV_OPT_IN = new Key("otel.semconv.stability.opt.in", null, "`http/dup`, `database/dup`: the old names are emitted beside the stable ones");

    // Traces.
    public static final Key TRACES_EXPORTER = new Key("otel.traces.exporter", "otlp", "list of `otlp`, `console`, or `none`; with `none` traces are handed on all the same, as the sampler says");
    public static final Key SAMPLER = new Key("otel.traces.sampler", "parentbased_always_on", "`always_on`, `always_off`, `traceidratio`, and each of them as `parentbased_...`");
    public static final Key SAMPLER_ARG = new Key("otel.traces.sampler.arg", "1.0", "the ratio of `traceidratio`, 0 to 1");
    public static final Key BSP_SCHEDULE_DELAY = new Key("otel.bsp.schedule.delay", "5000", "time between two span exports");
    public static final Key BSP_EXPORT_TIMEOUT = new Key("otel.bsp.export.timeout", "30000", "longest time one span export may take");
    public static final Key BSP_MAX_QUEUE_SIZE = new Key("otel.bsp.max.queue.size", "2048", "spans waiting for export; more are dropped and counted");
    public static final Key BSP_MAX_EXPORT_BATCH_SIZE = new Key("otel.bsp.max.export.batch.size", "512", "spans in one request, at most the queue's size");

    // Limits.
    public static final Key ATTRIBUTE_VALUE_LENGTH = new Key("otel.attribute.value.length.limit", null, "longest attribute value in characters; unset: no limit");
    public static final Key ATTRIBUTE_COUNT = new Key("otel.attribute.count.limit", "128", "attributes of one span");
    public static final Key SPAN_ATTRIBUTE_VALUE_LENGTH = new Key("otel.span.attribute.value.length.limit", null, "for spans, wins over `otel.attribute.value.length.limit`");
    public static final Key SPAN_ATTRIBUTE_COUNT = new Key("otel.span.attribute.count.limit", null, "for spans, wins over `otel.attribute.count.limit`");
    public static final Key SPAN_EVENT_COUNT = new Key("otel.span.event.count.limit", "128", "events of one span");
    public static final Key SPAN_LINK_COUNT = new Key("otel.span.link.count.limit", "128", "links of one span");
    public static final Key EVENT_ATTRIBUTE_COUNT = new Key("otel.event.attribute.count.limit", "128", "attributes of one span event");

    // Metrics.
    public static final Key METRICS_EXPORTER = new Key("otel.metrics.exporter", "otlp", "list of `otlp`, `console`, or `none`");
    public static final Key METRIC_EXPORT_INTERVAL = new Key("otel.metric.export.interval", "60000", "time between two metric exports");
    public static final Key METRIC_EXPORT_TIMEOUT = new Key("otel.metric.export.timeout", "30000", "longest time one metric export may take");
    public static final Key EXEMPLAR_FILTER = new Key("otel.metrics.exemplar.filter", "trace_based", "`trace_based`, `always_off`; `always_on` means `trace_based`, as an exemplar without span leads nowhere");
    public static final Key TEMPORALITY = new Key("otel.exporter.otlp.metrics.temporality.preference", "cumulative", "`cumulative`, `delta`, `lowmemory`");
    public static final Key HISTOGRAM_AGGREGATION = new Key("otel.exporter.otlp.metrics.default.histogram.aggregation", "explicit_bucket_histogram", "`explicit_bucket_histogram`, `base2_exponential_bucket_histogram`");
    public static final Key CARDINALITY_LIMIT = new Key("obs.metrics.cardinality.limit", "2000", "series of one metric; further ones are folded into one overflow series");

    // Logs, which are not sent yet.
    public static final Key LOGS_EXPORTER = new Key("otel.logs.exporter", "otlp", "list of `otlp`, `console`, or `none`; read and checked, as all settings of logs are, but no logs are sent yet");
    public static final Key BLRP_SCHEDULE_DELAY = new Key("otel.blrp.schedule.delay", "1000", "time between two log exports; no effect yet");
    public static final Key BLRP_EXPORT_TIMEOUT = new Key("otel.blrp.export.timeout", "30000", "longest time one log export may take; no effect yet");
    public static final Key BLRP_MAX_QUEUE_SIZE = new Key("otel.blrp.max.queue.size", "2048", "log records waiting for export; no effect yet");
    public static final Key BLRP_MAX_EXPORT_BATCH_SIZE = new Key("otel.blrp.max.export.batch.size", "512", "log records in one request; no effect yet");
    public static final Key LOGRECORD_ATTRIBUTE_VALUE_LENGTH = new Key("otel.logrecord.attribute.value.length.limit", null, "for log records, wins over `otel.attribute.value.length.limit`; no effect yet");
    public static final Key LOGRECORD_ATTRIBUTE_COUNT = new Key("otel.logrecord.attribute.count.limit", null, "for log records, wins over `otel.attribute.count.limit`; no effect yet");

    // OTLP. Each also per signal: otel.exporter.otlp.traces.*, ...metrics.*, ...logs.*, ...profiles.*
    public static final Key OTLP_ENDPOINT = new Key("otel.exporter.otlp.endpoint", null, "`http(s)://host:port`; `/v1/traces` or `/v1/metrics` is appended; a signal's own endpoint is used as it is; unset: `http://localhost:4318`, for `grpc` `http://localhost:4317`");
    public static final Key OTLP_PROTOCOL = new Key("otel.exporter.otlp.protocol", "http/protobuf", "`http/protobuf`, `grpc`");
    public static final Key OTLP_HEADERS = new Key("otel.exporter.otlp.headers", null, "`key=value,key2=value2` sent with every request, values percent-decoded").masked();
    public static final Key OTLP_COMPRESSION = new Key("otel.exporter.otlp.compression", "none", "`gzip`, `none`");
    public static final Key OTLP_TIMEOUT = new Key("otel.exporter.otlp.timeout", "10000", "time for one batch, retries included");
    public static final Key OTLP_CERTIFICATE = new Key("otel.exporter.otlp.certificate", null, "PEM file of the authorities trusted for the endpoint; unset: the JVM's");
    public static final Key OTLP_CLIENT_KEY = new Key("otel.exporter.otlp.client.key", null, "PEM file of the client's private key (mTLS)");
    public static final Key OTLP_CLIENT_CERTIFICATE = new Key("otel.exporter.otlp.client.certificate", null, "PEM file of the client's certificate chain (mTLS)");
    public static final Key OTLP_INSECURE = new Key("otel.exporter.otlp.insecure", "false", "`grpc` with an endpoint that has no scheme: `true` means no TLS");

    // HTTP instrumentations.
    public static final Key HTTP_KNOWN_METHODS = new Key("otel.instrumentation.http.known-methods", "CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,QUERY,TRACE", "methods named in telemetry; others become `_OTHER`");
    public static final Key HTTP_CLIENT_REQUEST_HEADERS = new Key("otel.instrumentation.http.client.capture-request-headers", null, "request headers recorded on client spans");
    public static final Key HTTP_CLIENT_RESPONSE_HEADERS = new Key("otel.instrumentation.http.client.capture-response-headers", null, "response headers recorded on client spans");
    public static final Key HTTP_SERVER_REQUEST_HEADERS = new Key("otel.instrumentation.http.server.capture-request-headers", null, "request headers recorded on server spans");
    public static final Key HTTP_SERVER_RESPONSE_HEADERS = new Key("otel.instrumentation.http.server.capture-response-headers", null, "response headers recorded on server spans");
    public static final Key SERVLET_PARAMETERS = new Key("otel.instrumentation.servlet.experimental.capture-request-parameters", null, "request parameters, of a query or a form, recorded as `servlet.request.parameter.<name>` where a servlet application reads them by name or as a map; no body is read for that");
    public static final Key HTTP_IGNORE = new Key("obs.http.ignore", null, "list of request paths that are counted but have no span, such as `/health,/actuator/*,*.css`; one `*` at the start or the end stands for anything");
    public static final Key HTTP_SERVER_TIMING = new Key("obs.http.server-timing", "false", "`true`: responses carry the header `Server-Timing: traceparent`, for browsers");

    // Messaging instrumentations.
    public static final Key MESSAGING_HEADERS = new Key("otel.instrumentation.messaging.experimental.capture-headers", null, "message headers recorded on spans as `messaging.header.<name>`, written as in the messages; `-` becomes `_` in the attribute");

    // Profiles.
    public static final Key PROFILE = new Key("obs.profile", "cpu,wall,alloc,lock,live", "what is sampled: list of `cpu`, `perf` (CPU with kernel frames), `wall`, `alloc`, `lock`, `live`, each with an optional distance (`cpu:10ms,wall:50ms,alloc:1m,lock:10ms`), or `off`; unset: off unless a server for profiles is named");
    public static final Key PROFILE_WINDOW = new Key("obs.profile.window", "15s", "stretch of time that one upload of profiles covers; unset: `pyroscope.upload.interval`");
    public static final Key PROFILE_SESSION = new Key("obs.profile.session", "5m", "how long objects are followed before the profiler tells which are still alive, and begins anew");
    public static final Key PROFILE_SPAN = new Key("obs.profile.span", "root", "the id that profiles are labelled with: `root` (a request with all below it, as Grafana asks) or `leaf` (each span by itself)");
    public static final Key PROFILE_DIR = new Key("obs.profile.dir", null, "writable folder without `noexec` for the profiler's files; unset: the temporary folder and other usual ones are tried");
    public static final Key PROFILE_PORT = new Key("obs.profile.port", null, "port on the loopback address that answers `/debug/pprof/profile` and `/debug/pprof/heap`; unset: none");
    public static final Key PYROSCOPE_SERVER = new Key("pyroscope.server.address", null, "`http(s)://[user:password@]host:port` of a Pyroscope server; turns profiles on");
    public static final Key PYROSCOPE_ENABLED = new Key("pyroscope.agent.enabled", "true", "`false` turns profiles off");
    public static final Key PYROSCOPE_APPLICATION = new Key("pyroscope.application.name", null, "label `service_name` of profiles; unset: `service.name`");
    public static final Key PYROSCOPE_AUTH_TOKEN = new Key("pyroscope.auth.token", null, "bearer token for the Pyroscope server").masked();
    public static final Key PYROSCOPE_USER = new Key("pyroscope.basic.auth.user", null, "user for the Pyroscope server");
    public static final Key PYROSCOPE_PASSWORD = new Key("pyroscope.basic.auth.password", null, "password for the Pyroscope server").masked();
    public static final Key PYROSCOPE_TENANT = new Key("pyroscope.tenant.id", null, "tenant, sent as `X-Scope-OrgID`");
    public static final Key PYROSCOPE_HEADERS = new Key("pyroscope.http.headers", null, "further headers, as a JSON object or `name=value,name2=value2`").masked();
    public static final Key PYROSCOPE_LABELS = new Key("pyroscope.labels", null, "further labels of all profiles, `name=value,name2=value2`");
    public static final Key PYROSCOPE_UPLOAD_INTERVAL = new Key("pyroscope.upload.interval", null, "as `obs.profile.window`, which wins");
    public static final Key PYROSCOPE_PROFILING_INTERVAL = new Key("pyroscope.profiling.interval", null, "distance of `cpu` where `obs.profile` is unset");
    public static final Key PYROSCOPE_ALLOC = new Key("pyroscope.profiler.alloc", null, "distance of `alloc` where `obs.profile` is unset");
    public static final Key PYROSCOPE_LOCK = new Key("pyroscope.profiler.lock", null, "distance of `lock` where `obs.profile` is unset");

    private Keys() {}

    /** Every key in the order of the settings table. Reads the fields of this class: for documentation and the unknown-key check, not for premain. */
    public static List<Key> all() {
        List<Key> all = new ArrayList<>();
        for (Field field : Keys.class.getFields()) {
            try {
                all.add((Key) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
