import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Calls one URL with one client library again and again, and prints what a call allocates on all threads together. Told
 * to, it sets one header more by the library's own means, as an application would that passes something on, or makes each
 * call to serve a request.
 */
public final class ClientLoad {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String BELOW = " in a request";
    private static final int WARM_UP = 12_000;
    private static final int BLOCKS = 9;
    private static final int CALLS = 2_000;
    /** No queue holds what is called at full speed; what is dropped is not exported and would look cheap. */
    private static final int BREATH = 100;
    private static final long BREATH_MILLIS = 20;

    private ClientLoad() {
    }

    public static void main(String[] args) throws Exception {
        String library = args[0].replace(BELOW, "");
        URI uri = URI.create(args[1]);
        Callable<Integer> alone = args.length > 2 ? Headed.client(library, uri) : client(library, uri);
        Callable<Integer> call = args[0].equals(library) ? alone : new InRequest(alone);
        repeat(call, WARM_UP);
        System.out.println("warm");
        long[] perCall = new long[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            long before = allocated();
            repeat(call, CALLS);
            perCall[i] = (allocated() - before) / CALLS;
        }
        Arrays.sort(perCall);
        System.out.println("bytes " + perCall[BLOCKS / 2]);
        System.exit(0);
    }

    private static void repeat(Callable<Integer> call, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            if (call.call() != 200) {
                throw new IllegalStateException("not answered");
            }
            if (i % BREATH == 0) {
                Thread.sleep(BREATH_MILLIS);
            }
        }
    }

    /** Of all threads, those of the library and of the agent too. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(bytes, 0);
        }
        return sum;
    }

    private static Callable<Integer> client(String library, URI uri) {
        switch (library) {
            case "java.net.http":
                HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                HttpRequest request = HttpRequest.newBuilder(uri).build();
                return () -> http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            case "HttpURLConnection":
                return () -> connect(uri);
            case "Apache 5":
                CloseableHttpClient apache = HttpClients.createDefault();
                return () -> apache.execute(new HttpGet(uri), response -> {
                    EntityUtils.consume(response.getEntity());
                    return response.getCode();
                });
            default:
                OkHttpClient ok = new OkHttpClient();
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
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
        return connection.getResponseCode();
    }
}
