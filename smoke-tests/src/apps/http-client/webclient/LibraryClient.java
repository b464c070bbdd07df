import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

final class LibraryClient implements Client {
    private final WebClient client;

    LibraryClient(int timeoutMillis) {
        HttpClient engine = HttpClient.create().followRedirect(true).responseTimeout(Duration.ofMillis(timeoutMillis))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis);
        client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(engine))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1_000_000)).build();
    }

    private WebClient.RequestHeadersSpec<?> request(Call call) {
        WebClient.RequestBodySpec request = client.method(HttpMethod.valueOf(call.method)).uri(java.net.URI.create(call.url))
                .headers(headers -> call.headers.forEach(headers::set));
        return call.body == null ? request : request.bodyValue(call.body);
    }

    private Mono<Answer> answer(Call call) {
        return request(call).exchangeToMono(response -> response.bodyToMono(String.class).defaultIfEmpty("")
                .map(text -> new Answer(response.statusCode().value(), text)));
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
        return block(request(call).exchangeToMono(response -> response.releaseBody()
                .thenReturn(new Answer(response.statusCode().value(), ""))));
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        Disposable subscription = answer(call)
                .doOnCancel(() -> done.completeExceptionally(new java.util.concurrent.CancellationException()))
                .subscribe(done::complete, done::completeExceptionally);
        return subscription::dispose;
    }
}
