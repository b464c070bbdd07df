import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Url;

/** Retrofit on OkHttp. */
final class LibraryClient implements Client {
    /** What an application declares. */
    public interface Service {
        @GET
        retrofit2.Call<ResponseBody> get(@Url String url, @HeaderMap Map<String, String> headers);

        @POST
        retrofit2.Call<ResponseBody> post(@Url String url, @HeaderMap Map<String, String> headers, @Body RequestBody body);

        @PUT
        retrofit2.Call<ResponseBody> put(@Url String url, @HeaderMap Map<String, String> headers, @Body RequestBody body);
    }

    private final Service service;

    LibraryClient(int timeoutMillis) {
        OkHttpClient engine = new OkHttpClient.Builder().connectTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .readTimeout(timeoutMillis, TimeUnit.MILLISECONDS).build();
        service = new Retrofit.Builder().baseUrl("http://localhost/").client(engine).build().create(Service.class);
    }

    private retrofit2.Call<ResponseBody> request(Call call) {
        if (call.body == null) {
            return service.get(call.url, call.headers);
        }
        RequestBody body = RequestBody.create(null, call.body.getBytes(StandardCharsets.UTF_8));
        return call.method.equals("PUT") ? service.put(call.url, call.headers, body) : service.post(call.url, call.headers, body);
    }

    private static Answer answer(Response<ResponseBody> response) throws IOException {
        ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody();
        return new Answer(response.code(), body == null ? "" : body.string());
    }

    @Override
    public Answer send(Call call) throws IOException {
        return answer(request(call).execute());
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        retrofit2.Call<ResponseBody> request = request(call);
        return Arrays.asList(answer(request.execute()), answer(request.clone().execute()));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        Response<ResponseBody> response = request(call).execute();
        response.body().close();
        return new Answer(response.code(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        retrofit2.Call<ResponseBody> sent = request(call);
        sent.enqueue(new Callback<ResponseBody>() {
            @Override
            public void onResponse(retrofit2.Call<ResponseBody> answered, Response<ResponseBody> response) {
                try {
                    done.complete(answer(response));
                } catch (IOException e) {
                    done.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(retrofit2.Call<ResponseBody> failed, Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return sent::cancel;
    }
}
