import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

final class LibraryClient implements Client {
    private final HttpClient client;

    LibraryClient(int timeoutMillis) {
        client = HttpClient.create().followRedirect(true).responseTimeout(Duration.ofMillis(timeoutMillis))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis);
    }

    /** HTTP/2 must be asked for, and is refused without TLS. */
    private HttpClient client(String url) {
        return url.startsWith("https:") ? client.protocol(HttpProtocol.H2, HttpProtocol.HTTP11) : client;
    }

    private Mono<Answer> answer(Call call) {
        HttpClient.RequestSender sender = client(call.url).headers(headers -> call.headers.forEach(headers::set))
                .request(HttpMethod.valueOf(call.method)).uri(call.url);
        HttpClient.ResponseReceiver<?> receiver = call.body == null ? sender
                : sender.send(ByteBufFlux.fromString(Mono.just(call.body), StandardCharsets.UTF_8, io.netty.buffer.ByteBufAllocator.DEFAULT));
        return receiver.responseSingle((response, body) -> body.asString(StandardCharsets.UTF_8).defaultIfEmpty("")
                .map(text -> new Answer(response.status().code(), text)));
    }

    private static Answer block(Mono<Answer> answer) throws Exception {
        try {
            return answer.block();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Exception) {
                throw (Exception) e.getCause();
            }
            throw e;
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return block(answer(call));
    }

    /** One publisher, subscribed to twice. */
    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        Mono<Answer> answer = answer(call);
        return Arrays.asList(block(answer), block(answer));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return block(client.request(HttpMethod.valueOf(call.method)).uri(call.url).response()
                .map(response -> new Answer(response.status().code(), "")));
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        Disposable subscription = answer(call)
                .doOnCancel(() -> done.completeExceptionally(new java.util.concurrent.CancellationException()))
                .subscribe(done::complete, done::completeExceptionally);
        return subscription::dispose;
    }
}
