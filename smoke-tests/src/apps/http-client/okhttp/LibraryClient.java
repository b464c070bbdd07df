import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Callback;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

final class LibraryClient implements Client {
    private final OkHttpClient client;

    LibraryClient(int timeoutMillis) {
        client = new OkHttpClient.Builder().connectTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .readTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .authenticator((route, refused) -> refused.request().header("Authorization") != null ? null
                        : refused.request().newBuilder().header("Authorization", Credentials.basic("bob", "secret")).build())
                .build();
    }

    private static Request request(Call call) {
        Request.Builder request = new Request.Builder().url(call.url)
                .method(call.method, call.body == null ? null : RequestBody.create(null, call.body.getBytes(StandardCharsets.UTF_8)));
        call.headers.forEach(request::addHeader);
        return request.build();
    }

    private static Answer answer(Response response) throws IOException {
        return new Answer(response.code(), response.body().string());
    }

    private Answer send(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return answer(response);
        }
    }

    @Override
    public Answer send(Call call) throws IOException {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        Request request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        try (Response response = client.newCall(request(call)).execute()) {
            return new Answer(response.code(), "");
        }
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        okhttp3.Call sent = client.newCall(request(call));
        sent.enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call failed, IOException failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onResponse(okhttp3.Call answered, Response response) throws IOException {
                done.complete(answer(response));
            }
        });
        return sent::cancel;
    }
}
