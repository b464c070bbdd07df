package io.obsagent.profile;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** A profile server on the loopback address that answers by script and keeps what it got. */
public final class FakePyroscope implements AutoCloseable {
    /** One request as it came. */
    public static final class Request {
        public final String path;
        public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        public final byte[] body;

        Request(HttpExchange exchange) throws IOException {
            path = exchange.getRequestURI().getPath();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            body = exchange.getRequestBody().readAllBytes();
        }
    }

    /** One series of a push: its labels and its decoded profile. */
    public static final class Series {
        public final Map<String, String> labels = new LinkedHashMap<>();
        public final Pprof profile;
        public final int uncompressedBytes;

        Series(DynamicMessage series) {
            for (DynamicMessage pair : Pprof.messages(series, "labels")) {
                labels.put(text(pair, "name"), text(pair, "value"));
            }
            DynamicMessage sample = Pprof.messages(series, "samples").get(0);
            byte[] pprof = gunzip(((ByteString) sample.getField(sample.getDescriptorForType().findFieldByName("raw_profile"))).toByteArray());
            profile = new Pprof(pprof);
            uncompressedBytes = pprof.length;
        }

        private static String text(DynamicMessage message, String field) {
            return (String) message.getField(message.getDescriptorForType().findFieldByName(field));
        }
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> script = new LinkedBlockingQueue<>();
    private final HttpServer server;

    public FakePyroscope() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The next answers, each {@code status [header:value]}; after them all requests are accepted. */
    public FakePyroscope answers(String... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All series pushed so far, decoded. */
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (Request request : requests) {
            if (request.path.equals("/push.v1.PusherService/Push")) {
                Pprof.messages(ProtoSchema.push(request.body), "series").forEach(series -> all.add(new Series(series)));
            }
        }
        return all;
    }

    public static byte[] gunzip(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it holds; fails after 20 seconds. */
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            requests.add(new Request(exchange));
            String reply = script.poll();
            String[] words = (reply == null ? "200" : reply).split(" ", 2);
            if (words.length > 1) {
                String[] header = words[1].split(":", 2);
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(Integer.parseInt(words[0]), -1);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
