import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** HTTP, an asynchronous service on threads of its own, HTTP again, and a database on either side. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableAsync
@Import({ChainServer.Start.class, ChainServer.Service.class})
public class ChainServer {
    public static void main(String[] args) {
        Children.prepare();
        SpringApplication application = new SpringApplication(ChainServer.class);
        application.setDefaultProperties(Map.of("server.port", "0", "server.servlet.context-path", "/app",
                "spring.main.banner-mode", "off", "logging.level.root", "WARN"));
        System.out.println("port " + application.run(args).getEnvironment().getProperty("local.server.port"));
    }

    /** The two ends of the inner call. */
    @RestController
    public static class Start {
        private final Service service;

        public Start(Service service) {
            this.service = service;
        }

        @GetMapping("/start")
        public CompletableFuture<String> start(@RequestParam("id") String id, @RequestHeader("host") String host) {
            return service.work(id, Inner.port(host));
        }

        @GetMapping("/child")
        public String child(@RequestParam("id") String id) {
            return Children.call(id);
        }
    }

    /** Runs on the executor of Spring, then on its own, then on the common pool. */
    @org.springframework.stereotype.Service
    public static class Service {
        private final RestClient client = RestClient.create();
        private final ExecutorService threads = Executors.newFixedThreadPool(8);

        @Async
        public CompletableFuture<String> work(String id, int port) {
            return CompletableFuture
                    .supplyAsync(() -> client.get().uri(Inner.child(port, id)).retrieve().body(String.class), threads)
                    .thenApplyAsync(answer -> answer + " and " + Children.call(id));
        }
    }
}
