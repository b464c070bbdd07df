import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every behaviour of the HTTP server scenarios as a handler, by path. */
final class JavalinScenarios {
    private JavalinScenarios() {
    }

    static Map<String, Handler> gets() {
        Map<String, Handler> handlers = new LinkedHashMap<>();
        handlers.put("/app/hello", context -> context.result("hello"));
        handlers.put("/app/redirect", context -> context.status(302).header("Location", "/app/hello"));
        handlers.put("/app/fail", context -> context.status(500).result("failed"));
        handlers.put("/app/throw", context -> {
            throw new IllegalStateException("thrown");
        });
        handlers.put("/app/users/{id}", context -> context.result("user " + context.pathParam("id")));
        handlers.put("/app/child", context -> context.result(Children.call(context.queryParam("id"))));
        handlers.put("/app/large", context -> context.result(new Zeros(64 * 1024 * 1024)));
        return handlers;
    }

    static void echo(Context context) {
        context.header("X-Answer", "yes");
        context.result(new String(context.bodyAsBytes(), StandardCharsets.UTF_8));
    }

    /** A large answer that takes no memory. */
    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] to, int from, int most) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(most, left);
            left -= count;
            return count;
        }
    }
}
