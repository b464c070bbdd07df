import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.client.impl.UniInvoker;
import org.jboss.resteasy.reactive.server.processor.ResteasyReactiveDeploymentManager;
import org.jboss.resteasy.reactive.server.processor.scanning.AsyncReturnTypeScanner;
import org.jboss.resteasy.reactive.server.processor.util.GeneratedClass;
import org.jboss.resteasy.reactive.server.spi.RuntimeConfiguration;
import org.jboss.resteasy.reactive.server.vertx.ResteasyReactiveVertxHandler;
import org.jboss.resteasy.reactive.server.vertx.VertxRequestContextFactory;
import org.jboss.resteasy.reactive.spi.BeanFactory;

/** Resources behind a route of Vert.x Web that takes everything, put together as Quarkus does when it builds. */
public final class ReactiveServer {
    private ReactiveServer() {
    }

    public static void main(String[] args) throws Exception {
        ResteasyReactiveDeploymentManager.ScanResult scanned = ResteasyReactiveDeploymentManager
                .start(Index.of(Users.class, Basket.class, Box.class)).setApplicationPath("/app")
                .addMethodScanner(new AsyncReturnTypeScanner()).scan();
        ResteasyReactiveDeploymentManager.PreparedApplication prepared =
                scanned.prepare(new Generated(scanned.getGeneratedClasses()), ReactiveServer::beans);
        prepared.addBuiltinSerializers();
        RuntimeConfiguration ofForms = null;
        ResteasyReactiveDeploymentManager.RunnableApplication application = prepared.createApplication(ofForms,
                new VertxRequestContextFactory(), Executors.newFixedThreadPool(4));

        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route("/plain/:id").handler(context -> context.response().end("plain"));
        router.route("/*").handler(
                new ResteasyReactiveVertxHandler(context -> { }, application.getInitialHandler()));
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        CountDownLatch listening = new CountDownLatch(1);
        server.listen(0, "localhost").onComplete(result -> listening.countDown());
        listening.await();
        System.out.println("port " + server.actualPort());
    }

    private static BeanFactory<?> beans(String type) {
        return () -> {
            try {
                Object bean = Class.forName(type).getDeclaredConstructor().newInstance();
                return new BeanFactory.BeanInstance<Object>() {
                    @Override
                    public Object getInstance() {
                        return bean;
                    }

                    @Override
                    public void close() {
                    }
                };
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** What the build step writes. */
    private static final class Generated extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        Generated(List<GeneratedClass> generated) throws IOException {
            super(ReactiveServer.class.getClassLoader());
            generated.forEach(each -> classes.put(each.getName().replace('/', '.'), each.getData()));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Methods with and without a path of their own, and a sub-resource with one of its own. */
    @Path("/users")
    public static final class Users {
        private static final Client CLIENT = ClientBuilder.newClient();

        @GET
        public String all() {
            return "all";
        }

        @GET
        @Path("/{id}/orders/{order}")
        public String one(@PathParam("id") String id, @PathParam("order") String order) {
            return id + "-" + order;
        }

        /** One call after the other has been answered. */
        @GET
        @Path("/{id}/pair")
        public Uni<String> pair(@PathParam("id") String id, @Context UriInfo uri) {
            return read(uri, id, 1).chain(first -> read(uri, id, 2).map(second -> first + " " + second));
        }

        private static Uni<String> read(UriInfo uri, String id, int order) {
            return CLIENT.target(uri.getBaseUri() + "users/" + id + "/orders/" + order).request().rx(UniInvoker.class)
                    .get(String.class);
        }

        @Path("/{id}/basket")
        public Basket basket(@PathParam("id") String id) {
            return new Basket();
        }
    }

    /** What a locator leads to. */
    public static final class Basket {
        @GET
        @Path("items/{item}")
        public String item(@PathParam("item") String item) {
            return item;
        }

        @Path("boxes/{box}")
        public Box box(@PathParam("box") String box) {
            return new Box();
        }
    }

    /** What a locator behind a locator leads to. */
    public static final class Box {
        @GET
        @Path("size")
        public String size() {
            return "large";
        }
    }
}
