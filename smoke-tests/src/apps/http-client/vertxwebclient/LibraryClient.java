import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

final class LibraryClient implements Client {
    private static final Vertx VERTX = Vertx.vertx();

    private final WebClient client;
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        client = WebClient.create(VERTX, (WebClientOptions) new WebClientOptions().setConnectTimeout(timeoutMillis));
    }

    private HttpRequest<Buffer> request(Call call) {
        HttpRequest<Buffer> request = client.requestAbs(HttpMethod.valueOf(call.method), call.url).timeout(timeoutMillis);
        call.headers.forEach(request::putHeader);
        return request;
    }

    private static Future<Answer> answer(HttpRequest<Buffer> request, String body) {
        Future<HttpResponse<Buffer>> sent = body == null ? request.send() : request.sendBuffer(Buffer.buffer(body));
        return sent.map(response -> new Answer(response.statusCode(),
                response.body() == null ? "" : response.bodyAsString("UTF-8")));
    }

    private static Answer await(Future<Answer> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return await(answer(request(call), call.body));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        HttpRequest<Buffer> request = request(call);
        return Arrays.asList(await(answer(request, call.body)), await(answer(request, call.body)));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return new Answer(send(call).status, "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        answer(request(call), call.body).onComplete(result -> {
            if (result.succeeded()) {
                done.complete(result.result());
            } else {
                done.completeExceptionally(result.cause());
            }
        });
        return () -> {
            throw new UnsupportedOperationException("WebClient does not cancel");
        };
    }
}
