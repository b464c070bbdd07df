import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1RoutedUpgrade;
import io.helidon.webserver.http1.spi.Http1RoutedUpgrader;
import io.helidon.webserver.http1.spi.Http1UpgradeResult;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Optional;

/** After the handshake one byte is sent back, and the connection is over. */
final class EchoUpgrader implements Http1RoutedUpgrader {
    @Override
    public String supportedProtocol() {
        return "echo";
    }

    @Override
    public ServerConnection upgrade(ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        return null;
    }

    @Override
    public Optional<Http1RoutedUpgrade> routedUpgrade(ConnectionContext context, HttpPrologue prologue,
            WritableHeaders<?> headers) {
        return Optional.of((response, requestHeaders) -> {
            response.sendSwitchingProtocols(WritableHeaders.create()
                    .add(HeaderValues.create("Connection", "Upgrade")).add(HeaderValues.create("Upgrade", "echo")));
            return Http1UpgradeResult.upgraded(new Echo(context));
        });
    }

    private static final class Echo implements ServerConnection {
        private final ConnectionContext context;

        Echo(ConnectionContext context) {
            this.context = context;
        }

        @Override
        public void handle(Limit limit) {
            context.dataWriter().writeNow(BufferData.create(new byte[] {context.dataReader().read()}));
        }

        @Override
        public Duration idleTime() {
            return Duration.ZERO;
        }

        @Override
        public void close(boolean interrupt) {
        }
    }
}
