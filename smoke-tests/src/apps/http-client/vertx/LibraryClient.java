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
import java.util.function.Function;

final class LibraryClient implements Client {
    private static final Vertx VERTX = Vertx.vertx();

    private final HttpClient client;
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        client = VERTX.createHttpClient(new HttpClientOptions().setConnectTimeout(timeoutMillis));
    }

    private Future<HttpClientRequest> request(Call call) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(call.method)).setAbsoluteURI(call.url)
                .setFollowRedirects(true).setTimeout(timeoutMillis);
        call.headers.forEach(options::addHeader);
        return client.request(options);
    }

    private static Future<HttpClientResponse> send(Call call, HttpClientRequest request) {
        return call.body == null ? request.send() : request.send(Buffer.buffer(call.body));
    }

    /** The response is read on the client's own thread: another one may come when its body has passed. */
    private <T> Future<T> answer(Call call, Function<HttpClientResponse, Future<T>> read) {
        return request(call).compose(request -> send(call, request).compose(read));
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
        return await(answer(call, LibraryClient::read));
    }

    /** A request object serves one send only, so there is nothing to send twice but the same call. */
    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        return Arrays.asList(send(call), send(call));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return await(answer(call, response -> Future.succeededFuture(new Answer(response.statusCode(), ""))));
    }

    /** By handlers, as those frameworks read a response that are built on this client. */
    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        CompletableFuture<HttpClientRequest> sent = new CompletableFuture<>();
        request(call).onSuccess(request -> {
            sent.complete(request);
            send(call, request).onSuccess(response -> read(response, done)).onFailure(done::completeExceptionally);
        }).onFailure(done::completeExceptionally);
        return () -> sent.join().reset();
    }

    private static void read(HttpClientResponse response, CompletableFuture<Answer> done) {
        Buffer read = Buffer.buffer();
        response.exceptionHandler(done::completeExceptionally);
        response.handler(read::appendBuffer);
        response.endHandler(end -> done.complete(new Answer(response.statusCode(), read.toString("UTF-8"))));
    }
}
