package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.LabelCap;
import io.obsagent.telemetry.Metrics;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The origins that clients of this process talk to, each found without allocating. The first thousand are kept; a
 * crawler's further ones share one set of series, while their spans still name them. Thread-safe.
 */
final class HttpOrigins {
    private static final int MOST = 1000;

    private final Histogram durations;
    private final boolean oldNamesToo;
    private final ClientSeries overflow;
    /** By host; origins that differ in scheme or port only are chained. */
    private final ConcurrentHashMap<String, HttpOrigin> byHost = new ConcurrentHashMap<>();
    private volatile int kept;

    HttpOrigins(Metrics metrics, boolean oldNamesToo) {
        this.durations = metrics.durations("http.client.request.duration",
                "Duration of HTTP client requests.", HttpBuckets.seconds());
        this.oldNamesToo = oldNamesToo;
        this.overflow = new ClientSeries(durations,
                Attributes.builder().put(HttpAttributes.SERVER_ADDRESS, LabelCap.OTHER).build());
    }

    HttpOrigin of(String scheme, String host, int port) {
        boolean secure = "https".equalsIgnoreCase(scheme) || "wss".equalsIgnoreCase(scheme);
        int effective = port > 0 ? port : secure ? 443 : 80;
        HttpOrigin first = byHost.get(host);
        for (HttpOrigin origin = first; origin != null; origin = origin.next) {
            if (origin.port == effective) {
                return origin;
            }
        }
        return kept < MOST
                ? remember(host, effective)
                : new HttpOrigin(host, effective, oldNamesToo, overflow, null, null);
    }

    private synchronized HttpOrigin remember(String host, int port) {
        ClientSeries series = new ClientSeries(durations, HttpOrigin.labels(host, port));
        HttpOrigin origin = new HttpOrigin(host, port, oldNamesToo, series, new UrlTemplates(), byHost.get(host));
        byHost.put(host, origin);
        kept++;
        return origin;
    }
}
