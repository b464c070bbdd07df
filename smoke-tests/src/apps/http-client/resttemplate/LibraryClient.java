import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClients;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;

/** RestTemplate on Apache HttpClient 4. */
final class LibraryClient implements Client {
    private final RestTemplate template;

    LibraryClient(int timeoutMillis) {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(timeoutMillis).setSocketTimeout(timeoutMillis).build();
        template = new RestTemplate(new HttpComponentsClientHttpRequestFactory(
                HttpClients.custom().setDefaultRequestConfig(config).setMaxConnPerRoute(100).setMaxConnTotal(200).build()));
        template.getMessageConverters().add(0, new StringHttpMessageConverter(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static RequestEntity<String> request(Call call) {
        HttpHeaders headers = new HttpHeaders();
        call.headers.forEach(headers::add);
        return new RequestEntity<>(call.body, headers, HttpMethod.resolve(call.method), URI.create(call.url));
    }

    private Answer send(RequestEntity<String> request) throws Exception {
        try {
            ResponseEntity<String> response = template.exchange(request, String.class);
            return new Answer(response.getStatusCodeValue(), response.getBody() == null ? "" : response.getBody());
        } catch (RestClientResponseException e) {
            return new Answer(e.getRawStatusCode(), e.getResponseBodyAsString());
        } catch (ResourceAccessException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        RequestEntity<String> request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) {
        return template.execute(URI.create(call.url), HttpMethod.GET, null, response -> new Answer(response.getRawStatusCode(), ""));
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("RestTemplate knows no callbacks");
    }
}
