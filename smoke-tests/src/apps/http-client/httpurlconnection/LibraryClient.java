import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

final class LibraryClient implements Client {
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("bob", "secret".toCharArray());
            }
        });
    }

    private HttpURLConnection open(Call call) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(call.url).openConnection();
        connection.setRequestMethod(call.method);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        call.headers.forEach(connection::setRequestProperty);
        if (call.body != null) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(call.body.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    @Override
    public Answer send(Call call) throws IOException {
        HttpURLConnection connection = open(call);
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** A connection object serves one request only, so there is nothing to send twice but the same call. */
    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        return Arrays.asList(send(call), send(call));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        HttpURLConnection connection = open(call);
        connection.connect();
        int status = connection.getResponseCode();
        connection.disconnect();
        return new Answer(status, "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("HttpURLConnection knows no callbacks");
    }
}
