import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty 12 with one connector, for TLS, which offers HTTP/2. */
public final class TlsServer extends Handler.Abstract {
    public static void main(String[] args) throws Exception {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(args[0]);
        tls.setKeyStorePassword(args[1]);
        HttpConfiguration secure = new HttpConfiguration();
        secure.addCustomizer(new SecureRequestCustomizer());
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new SslConnectionFactory(tls, "alpn"),
                new ALPNServerConnectionFactory(), new HTTP2ServerConnectionFactory(secure), new HttpConnectionFactory(secure));
        server.addConnector(connector);
        server.setHandler(new TlsServer());
        server.start();
        System.out.println("port " + connector.getLocalPort());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Content.Sink.write(response, true, "hello", callback);
        return true;
    }
}
