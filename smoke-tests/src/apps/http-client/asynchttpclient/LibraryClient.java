import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Request;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;

final class LibraryClient implements Client {
    private final AsyncHttpClient client;

    LibraryClient(int timeoutMillis) {
        client = Dsl.asyncHttpClient(Dsl.config().setFollowRedirect(true).setConnectTimeout(timeoutMillis)
                .setReadTimeout(timeoutMillis).setRequestTimeout(timeoutMillis).setMaxRequestRetry(0)
                .setRealm(Dsl.basicAuthRealm("bob", "secret").setUsePreemptiveAuth(false)));
    }

    private static Request request(Call call) {
        RequestBuilder request = new RequestBuilder(call.method).setUrl(call.url);
        call.headers.forEach(request::addHeader);
        return call.body == null ? request.build() : request.setBody(call.body.getBytes(StandardCharsets.UTF_8)).build();
    }

    private static Answer answer(Response response) {
        return new Answer(response.getStatusCode(), response.getResponseBody(StandardCharsets.UTF_8));
    }

    private Answer send(Request request) throws Exception {
        try {
            return answer(client.executeRequest(request).get());
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        Request request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return new Answer(client.executeRequest(request(call)).get().getStatusCode(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        ListenableFuture<Response> sent = client.executeRequest(request(call));
        sent.toCompletableFuture().whenComplete((response, failure) -> {
            if (failure == null) {
                done.complete(answer(response));
            } else {
                done.completeExceptionally(failure);
            }
        });
        return () -> sent.cancel(true);
    }
}
