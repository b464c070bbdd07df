import java.io.FileInputStream;
import java.io.InputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** reactor-netty with TLS, which offers HTTP/2. */
public final class TlsServer {
    private TlsServer() {
    }

    public static void main(String[] args) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(args[0])) {
            keys.load(in, args[1].toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, args[1].toCharArray());
        DisposableServer server = HttpServer.create().host("localhost").port(0)
                .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                .secure(tls -> tls.sslContext(Http2SslContextSpec.forServer(managers)))
                .handle((request, response) -> response.sendString(Mono.just("hello"))).bindNow();
        System.out.println("port " + server.port());
        server.onDispose().block();
    }
}
