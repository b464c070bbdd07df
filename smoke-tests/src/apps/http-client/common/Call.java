import java.util.Map;

/** What a client is asked to send. */
final class Call {
    final String method;
    final String url;
    final Map<String, String> headers;
    /** Null for none. */
    final String body;

    Call(String method, String url, Map<String, String> headers, String body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }
}
