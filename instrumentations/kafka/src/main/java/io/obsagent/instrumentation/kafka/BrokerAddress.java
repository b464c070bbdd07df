package io.obsagent.instrumentation.kafka;

import java.util.List;

/** One entry of {@code bootstrap.servers}: {@code host:port}, {@code [::1]:port}, with or without a protocol before it. */
final class BrokerAddress {
    final String host;
    final int port;

    private BrokerAddress(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** A single address stands for the cluster; of several nobody can say which a record goes to: then null. */
    static BrokerAddress only(List<String> addresses) {
        return addresses.size() == 1 ? parse(addresses.get(0).trim()) : null;
    }

    private static BrokerAddress parse(String address) {
        int protocol = address.indexOf("://");
        int start = protocol < 0 ? 0 : protocol + 3;
        int colon = address.lastIndexOf(':');
        if (colon <= start) {
            return null;
        }
        String host = address.substring(start, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        try {
            return new BrokerAddress(bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(address.substring(colon + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
