import java.io.OutputStream;
import java.net.ServerSocket;
import spark.Request;
import spark.Response;
import spark.Spark;

/** Spark with one route for every behaviour. */
public final class SparkServer {
    private SparkServer() {
    }

    public static void main(String[] args) throws Exception {
        Children.prepare();
        try (ServerSocket free = new ServerSocket(0)) {
            Spark.port(free.getLocalPort());
        }
        Spark.before((request, response) -> { });
        Spark.path("/app", SparkServer::scenarios);
        Spark.awaitInitialization();
        System.out.println("port " + Spark.port());
    }

    private static void scenarios() {
        Spark.get("/hello", (request, response) -> "hello");
        Spark.options("/hello", (request, response) -> "hello");
        Spark.get("/redirect", (request, response) -> {
            response.redirect("/app/hello");
            return "";
        });
        Spark.get("/fail", (request, response) -> {
            response.status(500);
            return "failed";
        });
        Spark.get("/throw", (request, response) -> {
            throw new IllegalStateException("thrown");
        });
        Spark.get("/users/:id", (request, response) -> "user " + request.params("id"));
        Spark.get("/child", (request, response) -> Children.call(request.queryParams("id")));
        Spark.post("/echo", (request, response) -> {
            response.header("X-Answer", "yes");
            return request.bodyAsBytes();
        });
        Spark.get("/large", SparkServer::large);
    }

    private static Object large(Request request, Response response) throws Exception {
        OutputStream out = response.raw().getOutputStream();
        byte[] block = new byte[64 * 1024];
        for (int i = 0; i < 1024; i++) {
            out.write(block);
        }
        return "";
    }
}
