import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;

final class LibraryClient implements Client {
    private final ClientConnector connector = new ClientConnector();
    private final HttpClient client = new HttpClient(new HttpClientTransportDynamic(connector,
            HttpClientConnectionFactory.HTTP11, new ClientConnectionFactoryOverHTTP2.HTTP2(new HTTP2Client(connector))));
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) throws Exception {
        this.timeoutMillis = timeoutMillis;
        client.setConnectTimeout(timeoutMillis);
        client.setMaxConnectionsPerDestination(100);
        client.start();
    }

    private Request request(Call call) {
        client.getAuthenticationStore().addAuthentication(
                new BasicAuthentication(URI.create(call.url), Authentication.ANY_REALM, "bob", "secret"));
        Request request = client.newRequest(call.url).method(call.method).timeout(timeoutMillis, TimeUnit.MILLISECONDS);
        call.headers.forEach((name, value) -> request.headers(fields -> fields.add(name, value)));
        return call.body == null ? request : request.body(new StringRequestContent(call.body, StandardCharsets.UTF_8));
    }

    @Override
    public Answer send(Call call) throws Exception {
        try {
            ContentResponse response = request(call).send();
            return new Answer(response.getStatus(), new String(response.getContent(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    /** A request object serves one send only, so there is nothing to send twice but the same call. */
    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        return Arrays.asList(send(call), send(call));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return new Answer(request(call).send().getStatus(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        Request request = request(call);
        request.send(new BufferingResponseListener() {
            @Override
            public void onComplete(Result result) {
                if (result.isFailed()) {
                    done.completeExceptionally(result.getFailure());
                } else {
                    done.complete(new Answer(result.getResponse().getStatus(), getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        });
        return () -> request.abort(new CancellationException());
    }
}
