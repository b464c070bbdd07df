import jakarta.servlet.DispatcherType;

/** Where the scenarios are mounted. */
final class Mappings {
    static final String[] ALL = {"/hello", "/redirect", "/fail", "/throw", "/throw-wrapped", "/users/*", "/child", "/echo",
        "/async", "/dispatch", "/timeout", "/async-throw", "/forward", "/include", "/large", "/events", "/upgrade", "*.view"};
    static final DispatcherType REQUEST = DispatcherType.REQUEST;

    private Mappings() {
    }
}
