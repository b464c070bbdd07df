import jakarta.servlet.DispatcherType;

/** Where the scenarios are mounted. */
final class Mappings {
    /** What {@code /gone} is answered with, by a dispatch of the container's. */
    static final String ERROR_PAGE = "/sorry";
    static final String[] ALL = {"/hello", "/redirect", "/fail", "/throw", "/throw-wrapped", "/users/*", "/child", "/echo",
        "/async", "/dispatch", "/timeout", "/async-throw", "/forward", "/include", "/large", "/events", "/upgrade", "*.view",
        "/gone", ERROR_PAGE, "/form"};
    static final DispatcherType REQUEST = DispatcherType.REQUEST;

    private Mappings() {
    }
}
