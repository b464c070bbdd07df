import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.client.ClientProperties;

/** Jersey's client on its default engine, which is HttpURLConnection. */
final class LibraryClient implements Client {
    private final jakarta.ws.rs.client.Client client;

    LibraryClient(int timeoutMillis) {
        client = ClientBuilder.newClient().property(ClientProperties.CONNECT_TIMEOUT, timeoutMillis)
                .property(ClientProperties.READ_TIMEOUT, timeoutMillis);
    }

    private Invocation request(Call call) {
        Invocation.Builder request = client.target(call.url).request();
        call.headers.forEach(request::header);
        return call.body == null ? request.build(call.method)
                : request.build(call.method, Entity.entity(call.body, "text/plain;charset=UTF-8"));
    }

    private static Answer send(Invocation request) throws Exception {
        try (Response response = request.invoke()) {
            byte[] body = response.readEntity(byte[].class);
            return new Answer(response.getStatus(), new String(body, java.nio.charset.StandardCharsets.UTF_8));
        } catch (ProcessingException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        Invocation request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) {
        try (Response response = request(call).invoke()) {
            return new Answer(response.getStatus(), "");
        }
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("this engine of Jersey knows no callbacks");
    }
}
