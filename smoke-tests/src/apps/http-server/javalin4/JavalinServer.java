import io.javalin.Javalin;

/** Javalin 4 to 6 with the scenarios, and a handler before and after each of them. */
public final class JavalinServer {
    private JavalinServer() {
    }

    public static void main(String[] args) {
        Children.prepare();
        Javalin app = Javalin.create();
        app.before(context -> { });
        JavalinScenarios.gets().forEach(app::get);
        app.post("/app/echo", JavalinScenarios::echo);
        app.after(context -> { });
        app.start(0);
        System.out.println("port " + app.port());
    }
}
