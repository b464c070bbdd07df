import java.io.IOException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Every behaviour of the HTTP server scenarios, by path. */
public final class Scenarios extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Object included = request.getAttribute("jakarta.servlet.include.servlet_path");
        switch (included == null ? request.getServletPath() : included.toString()) {
            case "/hello":
                answer(response, "hello");
                break;
            case "/redirect":
                response.sendRedirect("/hello");
                break;
            case "/fail":
                response.setStatus(500);
                answer(response, "failed");
                break;
            case "/throw":
                throw new IllegalStateException("thrown");
            case "/throw-wrapped":
                throw new ServletException("wrapped", new IllegalArgumentException("cause"));
            case "/users":
                answer(response, "user " + request.getPathInfo().substring(1));
                break;
            case "/child":
                answer(response, Children.call(request.getParameter("id")));
                break;
            case "/echo":
                response.setHeader("X-Answer", "yes");
                request.getInputStream().transferTo(response.getOutputStream());
                break;
            case "/async":
                async(request);
                break;
            case "/dispatch":
                dispatch(request, response);
                break;
            case "/timeout":
                request.startAsync().setTimeout(200);
                break;
            case "/async-throw":
                asyncThrow(request, response);
                break;
            case "/forward":
                request.getRequestDispatcher("/hello").forward(request, response);
                break;
            case "/include":
                request.getRequestDispatcher("/hello").include(request, response);
                break;
            case "/large":
                large(response);
                break;
            case "/events":
                events(response);
                break;
            case "/upgrade":
                response.setHeader("Connection", "Upgrade");
                response.setHeader("Upgrade", "echo");
                request.upgrade(Echoing.class);
                break;
            case "/form":
                form(request, response);
                break;
            case "/gone":
                response.sendError(410);
                break;
            case Mappings.ERROR_PAGE:
                answer(response, "sorry");
                break;
            default:
                response.sendError(404);
        }
    }

    private static void answer(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain");
        response.getOutputStream().write(text.getBytes("UTF-8"));
    }

    private static void form(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        boolean map = request.getQueryString().equals("way=map");
        answer(response, String.join(",", map ? request.getParameterMap().get("name") : request.getParameterValues("name")));
    }

    /** Completes on a thread of the container after a wait; the child runs there. */
    private static void async(HttpServletRequest request) {
        String id = request.getParameter("id");
        AsyncContext async = request.startAsync();
        async.start(() -> {
            try {
                Thread.sleep(200);
                answer((HttpServletResponse) async.getResponse(), Children.call(id));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        });
    }

    /** The second pass through this servlet makes the answer, on another thread. */
    private static void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            answer(response, Children.call(request.getParameter("id")));
            return;
        }
        AsyncContext async = request.startAsync();
        new Thread(async::dispatch).start();
    }

    private static void asyncThrow(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            throw new IllegalStateException("thrown later");
        }
        AsyncContext async = request.startAsync();
        async.addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {
            }

            @Override
            public void onTimeout(AsyncEvent event) {
            }

            @Override
            public void onError(AsyncEvent event) {
                throw new IllegalStateException("listener");
            }

            @Override
            public void onStartAsync(AsyncEvent event) {
            }
        });
        async.dispatch();
    }

    private static void events(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        for (int i = 0; i < 5; i++) {
            response.getOutputStream().write("data: event\n\n".getBytes("UTF-8"));
            response.flushBuffer();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void large(HttpServletResponse response) throws IOException {
        ServletOutputStream out = response.getOutputStream();
        byte[] block = new byte[64 * 1024];
        for (int i = 0; i < 1024; i++) {
            out.write(block);
        }
    }
}
