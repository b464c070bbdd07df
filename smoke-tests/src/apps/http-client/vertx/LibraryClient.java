import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

final class LibraryClient implements Client {
    private static final Vertx VERTX = Vertx.vertx();

    private final HttpClient client;
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        client = VERTX.createHttpClient(new HttpClientOptions().setConnectTimeout(timeoutMillis));
    }

    /** The response is read on the client's own thread: another one may come when its body has passed. */
    private <T> Future<T> answer(Call call, Consumer<HttpClientRequest> sending, Function<HttpClientResponse, Future<T>> read) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(call.method)).setAbsoluteURI(call.url)
                .setFollowRedirects(true).setTimeout(timeoutMillis);
        call.headers.forEach(options::addHeader);
        return client.request(options).compose(request -> {
            sending.accept(request);
            return (call.body == null ? request.send() : request.send(Buffer.buffer(call.body))).compose(read);
        });
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body.toString("UTF-8")));
    }

    private static <T> T await(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return await(answer(call, request -> { }, LibraryClient::read));
    }

    /** A request object serves one send only, so there is nothing to send twice but the same call. */
    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        return Arrays.asList(send(call), send(call));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return await(answer(call, request -> { },
                response -> Future.succeededFuture(new Answer(response.statusCode(), ""))));
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        CompletableFuture<HttpClientRequest> sent = new CompletableFuture<>();
        answer(call, sent::complete, LibraryClient::read).onComplete(result -> {
            if (result.succeeded()) {
                done.complete(result.result());
            } else {
                done.completeExceptionally(result.cause());
            }
        });
        return () -> sent.join().reset();
    }
}
