import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A service whose only work is to call other services with the library under test, so that each call has a parent. */
public final class Front extends HttpServlet {
    private final Client patient;
    private final Client hasty;

    private Front(Client patient, Client hasty) {
        this.patient = patient;
        this.hasty = hasty;
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(new File(args[0]).getAbsolutePath());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", new File(args[0]).getAbsolutePath());
        Front front = new Front(new LibraryClient(30_000), new LibraryClient(2_000));
        Tomcat.addServlet(context, "front", front).setLoadOnStartup(1);
        for (String mode : new String[] {"/send", "/hasty", "/twice", "/unread", "/fixed", "/callback", "/cancel"}) {
            context.addServletMappingDecoded(mode, "front");
        }
        tomcat.start();
        System.out.println("port " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String result;
        try {
            result = run(request.getServletPath(), call(request), request.getParameter("next"));
        } catch (Exception e) {
            result = "thrown " + e.getClass().getName();
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(result.getBytes(StandardCharsets.UTF_8));
    }

    private static Call call(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        String[] given = request.getParameterValues("header");
        for (String header : given == null ? new String[0] : given) {
            headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1));
        }
        return new Call(request.getParameter("method"), request.getParameter("url"), headers, request.getParameter("body"));
    }

    private String run(String mode, Call call, String next) throws Exception {
        switch (mode) {
            case "/send":
                return patient.send(call).toString();
            case "/hasty":
                return hasty.send(call).toString();
            case "/twice":
                return patient.sendTwice(call).toString();
            case "/unread":
                return patient.sendUnread(call).toString();
            case "/fixed":
                return patient.sendFixed(new Call(call.method, call.url, Collections.singletonMap("X-Tenant", "fixed"), null))
                        .toString();
            case "/callback":
                return callback(call, next);
            default:
                return cancel(call);
        }
    }

    /** Calls somebody else from inside the callback, so that its context can be seen. */
    private String callback(Call call, String next) throws Exception {
        CompletableFuture<Answer> done = new CompletableFuture<>();
        CompletableFuture<String> seen = done.handle((answer, failure) -> {
            String first = failure == null ? answer.toString() : "thrown " + failure.getClass().getName();
            return first + " then " + read(next);
        });
        patient.start(call, done);
        return seen.get(30, TimeUnit.SECONDS);
    }

    private static String read(String url) {
        try (InputStream in = new URL(url).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Cancels once the request has arrived at the other side. */
    private String cancel(Call call) throws Exception {
        CompletableFuture<Answer> done = new CompletableFuture<>();
        Runnable cancel = patient.start(call, done);
        URI url = URI.create(call.url);
        awaitArrival(url.getPort(), url.getPath());
        cancel.run();
        try {
            return done.get(30, TimeUnit.SECONDS).toString();
        } catch (ExecutionException | CancellationException e) {
            return "cancelled";
        }
    }

    /** By a plain socket, because this request must not be seen by any instrumentation. */
    private static void awaitArrival(int port, String path) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET /arrival" + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
