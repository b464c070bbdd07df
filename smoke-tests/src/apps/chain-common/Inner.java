import java.net.URI;

/** Where the inner call of a chain goes: to the application itself. */
final class Inner {
    private Inner() {
    }

    static int port(String host) {
        return Integer.parseInt(host.substring(host.indexOf(':') + 1));
    }

    static URI child(int port, String id) {
        return URI.create("http://localhost:" + port + "/app/child?id=" + id);
    }
}
