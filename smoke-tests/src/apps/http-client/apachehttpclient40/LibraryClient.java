import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.params.ConnManagerParams;
import org.apache.http.conn.params.ConnPerRouteBean;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.tsccm.ThreadSafeClientConnManager;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.util.EntityUtils;

/** The clients before 4.3 are made and configured another way. */
final class LibraryClient implements Client {
    private final HttpClient client;

    LibraryClient(int timeoutMillis) {
        HttpParams parameters = new BasicHttpParams();
        HttpConnectionParams.setConnectionTimeout(parameters, timeoutMillis);
        HttpConnectionParams.setSoTimeout(parameters, timeoutMillis);
        ConnManagerParams.setMaxTotalConnections(parameters, 200);
        ConnManagerParams.setMaxConnectionsPerRoute(parameters, new ConnPerRouteBean(100));
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", PlainSocketFactory.getSocketFactory(), 80));
        schemes.register(new Scheme("https", SSLSocketFactory.getSocketFactory(), 443));
        client = new DefaultHttpClient(new ThreadSafeClientConnManager(parameters, schemes), parameters);
    }

    private static HttpUriRequest request(Call call) throws UnsupportedEncodingException {
        HttpEntityEnclosingRequestBase request = new HttpEntityEnclosingRequestBase() {
            @Override
            public String getMethod() {
                return call.method;
            }
        };
        request.setURI(URI.create(call.url));
        call.headers.forEach(request::addHeader);
        if (call.body != null) {
            request.setEntity(new StringEntity(call.body, "UTF-8"));
        }
        return request;
    }

    private Answer send(HttpUriRequest request) throws IOException {
        HttpResponse response = client.execute(request);
        String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), "UTF-8");
        return new Answer(response.getStatusLine().getStatusCode(), body);
    }

    @Override
    public Answer send(Call call) throws IOException {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        HttpUriRequest request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        HttpUriRequest request = request(call);
        HttpResponse response = client.execute(request);
        request.abort();
        return new Answer(response.getStatusLine().getStatusCode(), "");
    }

    /** A blocking call on a thread of its own, which the application aborts. */
    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) throws IOException {
        HttpUriRequest request = request(call);
        new Thread(() -> {
            try {
                done.complete(send(request));
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }).start();
        return request::abort;
    }
}
