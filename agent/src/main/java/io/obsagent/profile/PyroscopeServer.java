package io.obsagent.profile;

import io.obsagent.config.Endpoint;
import io.obsagent.config.Keys;
import io.obsagent.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Address of and credentials for a Pyroscope server, from the variables that its own agent knows. Of several credentials
 * the first counts: user and password settings, those in the address, token. Immutable.
 */
final class PyroscopeServer {
    private static final String PUSH = "/push.v1.PusherService/Push";

    /** Of the push API. */
    final Endpoint endpoint;
    /** Secret: never to be logged. */
    final Map<String, String> headers;
    /** The server and how the setting was spelled, fit for a log line. */
    final String description;

    private PyroscopeServer(Endpoint endpoint, Map<String, String> headers, String description) {
        this.endpoint = endpoint;
        this.headers = headers;
        this.description = description;
    }

    /** Null when no server is named, or it is not an address. */
    static PyroscopeServer of(Settings settings) {
        String text = settings.text(Keys.PYROSCOPE_SERVER);
        if (text == null) {
            return null;
        }
        int scheme = text.indexOf("://");
        int at = text.lastIndexOf('@');
        String userInfo = scheme > 0 && at > scheme ? text.substring(scheme + 3, at) : null;
        String address = userInfo == null ? text : text.substring(0, scheme + 3) + text.substring(at + 1);
        while (address.endsWith("/")) {
            address = address.substring(0, address.length() - 1);
        }
        Endpoint endpoint = Endpoint.parse(address + PUSH);
        if (endpoint == null) {
            settings.rejected(Keys.PYROSCOPE_SERVER, "not http(s)://host:port, no profiles are sent there");
            return null;
        }
        return new PyroscopeServer(endpoint, headers(settings, userInfo), address + " (" + settings.origin(Keys.PYROSCOPE_SERVER) + ")");
    }

    private static Map<String, String> headers(Settings settings, String userInfo) {
        Map<String, String> headers = new LinkedHashMap<>(extra(settings));
        headers.put("Content-Type", "application/proto");
        String tenant = settings.text(Keys.PYROSCOPE_TENANT);
        if (tenant != null) {
            put(settings, headers, "X-Scope-OrgID", tenant);
        }
        String user = settings.text(Keys.PYROSCOPE_USER);
        String password = settings.text(Keys.PYROSCOPE_PASSWORD);
        String token = settings.text(Keys.PYROSCOPE_AUTH_TOKEN);
        if (user != null && password != null) {
            headers.put("Authorization", basic(user + ':' + password));
        } else if (userInfo != null) {
            headers.put("Authorization", basic(userInfo));
        } else if (token != null) {
            put(settings, headers, "Authorization", "Bearer " + token);
        }
        return headers;
    }

    private static Map<String, String> extra(Settings settings) {
        String text = settings.text(Keys.PYROSCOPE_HEADERS);
        if (text == null) {
            return Map.of();
        }
        Map<String, String> parsed = text.startsWith("{") ? JsonHeaders.parse(text) : settings.pairs(Keys.PYROSCOPE_HEADERS);
        if (parsed == null) {
            settings.rejected(Keys.PYROSCOPE_HEADERS, "not a JSON object of texts");
            return Map.of();
        }
        Map<String, String> usable = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : parsed.entrySet()) {
            put(settings, usable, header.getKey(), header.getValue());
        }
        return usable;
    }

    private static void put(Settings settings, Map<String, String> headers, String name, String value) {
        boolean usable = name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") && value.chars().allMatch(c -> c >= ' ' && c != 127 && c < 256);
        if (usable) {
            headers.put(name, value);
        } else {
            settings.warnings().add("a header for the Pyroscope server has characters a header cannot have: left out");
        }
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
