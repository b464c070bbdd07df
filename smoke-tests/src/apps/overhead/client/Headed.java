import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The calls of {@link ClientLoad} with one header more, each set by the library's own means. */
final class Headed {
    private static final String NAME = "traceparent";
    private static final byte[] DIGITS =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00".getBytes(StandardCharsets.US_ASCII);

    private Headed() {
    }

    /** A text of its own for each call, as values have that tell calls apart. */
    private static String value() {
        return new String(DIGITS, StandardCharsets.ISO_8859_1);
    }

    static Callable<Integer> client(String library, URI uri) {
        switch (library) {
            case "java.net.http":
                HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                HttpRequest request = HttpRequest.newBuilder(uri).build();
                return () -> http.send(HttpRequest.newBuilder(request, (name, value) -> true).header(NAME, value()).build(),
                        HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            case "HttpURLConnection":
                return () -> connect(uri);
            case "Apache 5":
                CloseableHttpClient apache = HttpClients.createDefault();
                return () -> {
                    HttpGet get = new HttpGet(uri);
                    get.setHeader(NAME, value());
                    return apache.execute(get, response -> {
                        EntityUtils.consume(response.getEntity());
                        return response.getCode();
                    });
                };
            default:
                OkHttpClient ok = new OkHttpClient.Builder()
                        .addInterceptor(chain -> chain.proceed(chain.request().newBuilder().header(NAME, value()).build()))
                        .build();
                Request get = new Request.Builder().url(uri.toString()).build();
                return () -> {
                    try (Response response = ok.newCall(get).execute()) {
                        response.body().bytes();
                        return response.code();
                    }
                };
        }
    }

    private static int connect(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty(NAME, value());
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
        return connection.getResponseCode();
    }
}
