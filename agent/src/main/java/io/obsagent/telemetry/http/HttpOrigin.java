package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.HistogramSeries;
import java.net.InetAddress;

/** A host and port that is called, with everything about it that is the same for all calls. Thread-safe. */
final class HttpOrigin {
    final int port;
    final HttpOrigin next;
    private final Attributes ofSpans;
    private final ClientSeries series;
    private final UrlTemplates templates;
    /** Of the latest connection, which the next call mostly takes too. */
    private volatile Peer peer;

    /**
     * @param templates null where none are kept
     * @param next another origin on the same host
     */
    HttpOrigin(String host, int port, boolean oldNamesToo, ClientSeries series, UrlTemplates templates,
            HttpOrigin next) {
        this.port = port;
        this.next = next;
        this.series = series;
        this.templates = templates;
        Attributes labels = labels(host, port);
        this.ofSpans = !oldNamesToo ? labels : labels.with()
                .put(HttpAttributes.OLD_PEER_NAME, labels.get(HttpAttributes.SERVER_ADDRESS))
                .put(HttpAttributes.OLD_PEER_PORT, port)
                .build();
    }

    static Attributes labels(String host, int port) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return Attributes.builder()
                .put(HttpAttributes.SERVER_ADDRESS, bracketed ? host.substring(1, host.length() - 1) : host)
                .put(HttpAttributes.SERVER_PORT, port)
                .build();
    }

    Attributes ofSpans() {
        return ofSpans;
    }

    /** The template that the path of a URL probably follows; null when there is none to tell. */
    UrlTemplate template(String url) {
        return templates == null || url == null ? null : templates.of(url);
    }

    Peer peer(InetAddress address, int port) {
        Peer known = peer;
        if (known == null || !known.is(address, port)) {
            known = new Peer(address, port);
            peer = known;
        }
        return known;
    }

    HistogramSeries series(String method, String status, String protocol, String error) {
        return series.find(method, status, protocol, error, null, null);
    }
}
