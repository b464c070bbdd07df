import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/** What is spoken after the upgrade: one byte comes back, then the connection ends. */
public final class Echoing implements HttpUpgradeHandler {
    @Override
    public void init(WebConnection connection) {
        try {
            connection.getOutputStream().write(connection.getInputStream().read());
            connection.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
    }
}
