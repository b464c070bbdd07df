package io.obsagent.smoke.delivery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * etcd and kube-apiserver on loopback, without nodes, schedulers or controllers: what is created stays as admission left
 * it. Binaries come from the cache that {@code smoke-tests/kube-apiserver.sh} fills. Start takes about three seconds.
 */
final class ApiServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> RESOURCES = Map.of(
            "Pod", "/api/v1/namespaces/%s/pods",
            "ConfigMap", "/api/v1/namespaces/%s/configmaps",
            "Namespace", "/api/v1/namespaces",
            "Deployment", "/apis/apps/v1/namespaces/%s/deployments",
            "MutatingAdmissionPolicy", "/apis/admissionregistration.k8s.io/v1/mutatingadmissionpolicies",
            "MutatingAdmissionPolicyBinding", "/apis/admissionregistration.k8s.io/v1/mutatingadmissionpolicybindings",
            "ValidatingAdmissionPolicy", "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
            "ValidatingAdmissionPolicyBinding",
            "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final URI address;
    private HttpClient client;

    private ApiServer(Path folder, int port) {
        this.folder = folder;
        this.address = URI.create("https://127.0.0.1:" + port);
    }

    /** The folder with both binaries, where {@code kube-apiserver.sh} was run. */
    static Optional<Path> binaries() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        Path folder = caches.resolve("obs-agent/kubernetes/1.36.3");
        boolean there = Files.isExecutable(folder.resolve("etcd")) && Files.isExecutable(folder.resolve("kube-apiserver"));
        return there ? Optional.of(folder) : Optional.empty();
    }

    /** @param folder an empty folder for data, keys and logs */
    static ApiServer start(Path binaries, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        int port = freePort();
        ApiServer server = new ApiServer(folder, port);
        try {
            String etcd = "http://127.0.0.1:" + freePort();
            server.run("etcd", binaries.resolve("etcd").toString(), "--data-dir=" + folder.resolve("data"),
                    "--listen-client-urls=" + etcd, "--advertise-client-urls=" + etcd,
                    "--listen-peer-urls=http://127.0.0.1:" + freePort());
            Files.writeString(folder.resolve("tokens"), "token,admin,1,\"system:masters\"\n");
            ServerKeys.writeForServiceAccounts(folder);
            server.run("kube-apiserver", binaries.resolve("kube-apiserver").toString(), "--etcd-servers=" + etcd,
                    "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", "--secure-port=" + port,
                    "--cert-dir=" + folder, "--service-account-issuer=https://kubernetes.local",
                    "--service-account-key-file=" + folder.resolve("sa.pub"),
                    "--service-account-signing-key-file=" + folder.resolve("sa.key"),
                    "--service-cluster-ip-range=10.0.0.0/24", "--authorization-mode=RBAC",
                    "--token-auth-file=" + folder.resolve("tokens"), "--disable-admission-plugins=ServiceAccount");
            server.awaitReady();
            return server;
        } catch (IOException | GeneralSecurityException | InterruptedException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /** Creates every document of a YAML text with strict field validation; fails with the server's words. */
    void create(String documents) throws IOException, InterruptedException {
        for (Map<String, Object> document : Yaml.all(documents)) {
            expect(201, post(document, ""));
        }
    }

    /** Creates one object with strict field validation; the answer shows it as admission left it. */
    Reply post(Map<String, Object> object) throws IOException, InterruptedException {
        return post(object, "");
    }

    /** As {@link #post}, storing nothing. */
    Reply dryRun(Map<String, Object> object) throws IOException, InterruptedException {
        return post(object, "&dryRun=All");
    }

    /** Replaces the object of this kind and name. */
    void put(Map<String, Object> object) throws IOException, InterruptedException {
        expect(200, send("PUT", named(object) + "?fieldValidation=Strict", Yaml.write(object)));
    }

    /** Removes the object of this kind and name. */
    void delete(Map<String, Object> object) throws IOException, InterruptedException {
        expect(200, send("DELETE", named(object), ""));
    }

    /** Tries {@code object} as a dry run until the answer is as wanted: policies take effect some time after creation. */
    void await(Map<String, Object> object, Predicate<Reply> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reply reply;
        do {
            reply = dryRun(object);
            if (wanted.test(reply)) {
                return;
            }
        } while (pause() && System.nanoTime() < deadline);
        throw new AssertionError("never as wanted, last " + reply);
    }

    private Reply post(Map<String, Object> object, String query) throws IOException, InterruptedException {
        return send("POST", path(object) + "?fieldValidation=Strict" + query, Yaml.write(object));
    }

    private static void expect(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError("the API server answers " + reply);
        }
    }

    private static String named(Map<String, Object> object) {
        return path(object) + "/" + Yaml.at(object, "metadata", "name");
    }

    private static String path(Map<String, Object> object) {
        Object namespace = ((Map<?, ?>) object.get("metadata")).get("namespace");
        String path = RESOURCES.get((String) object.get("kind"));
        if (path == null) {
            throw new AssertionError("no path known for " + object.get("kind"));
        }
        return String.format(path, namespace == null ? "default" : namespace);
    }

    private Reply send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer token")
                .header("Content-Type", "application/yaml")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), Yaml.one(response.body()), response.headers().allValues("Warning"));
    }

    private void awaitReady() throws IOException, GeneralSecurityException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path certificate = folder.resolve("apiserver.crt");
        do {
            if (client == null && Files.exists(certificate) && Files.size(certificate) > 0) {
                client = HttpClient.newBuilder().sslContext(ServerKeys.trusting(certificate)).build();
            }
            if (client != null && ready()) {
                return;
            }
        } while (pause() && System.nanoTime() < deadline);
        throw new AssertionError("the API server does not get ready, see " + folder);
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/readyz"))
                    .header("Authorization", "Bearer token").build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A tenth of a second, or less if a server dies; false then. */
    private boolean pause() throws InterruptedException {
        Process last = processes.get(processes.size() - 1);
        return !last.waitFor(100, TimeUnit.MILLISECONDS);
    }

    private void run(String name, String... command) throws IOException {
        processes.add(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile()).start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Leaves the logs and removes the data, 130 MB of preallocated files. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        if (Files.isDirectory(folder.resolve("data"))) {
            try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What the server answered: the object or a Status, and what a user would see as "Warning: ...". */
    record Reply(int status, Map<String, Object> body, List<String> warnings) {}
}
