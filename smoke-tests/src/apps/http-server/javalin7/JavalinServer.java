import io.javalin.Javalin;

/** Javalin 7 with the scenarios, and a handler before and after each of them. */
public final class JavalinServer {
    private JavalinServer() {
    }

    public static void main(String[] args) {
        Children.prepare();
        Javalin app = Javalin.start(config -> {
            config.routes.before(context -> { });
            JavalinScenarios.gets().forEach(config.routes::get);
            config.routes.post("/app/echo", JavalinScenarios::echo);
            config.routes.after(context -> { });
            config.jetty.port = 0;
        });
        System.out.println("port " + app.port());
    }
}
