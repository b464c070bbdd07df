import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** HTTP, a reactive chain over several schedulers, HTTP again, and a database on either side. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChainServer.Start.class)
public class ChainServer {
    public static void main(String[] args) {
        Children.prepare();
        SpringApplication application = new SpringApplication(ChainServer.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.webflux.base-path", "/app",
                "spring.main.banner-mode", "off", "logging.level.root", "WARN"));
        System.out.println("port " + application.run(args).getEnvironment().getProperty("local.server.port"));
    }

    /** The two ends of the inner call. */
    @RestController
    public static class Start {
        private final WebClient client = WebClient.create();

        @GetMapping("/start")
        public Mono<String> start(@RequestParam("id") String id, @RequestHeader("host") String host) {
            return Mono.delay(Duration.ofMillis(2))
                    .flatMap(tick -> client.get().uri(Inner.child(Inner.port(host), id)).retrieve().bodyToMono(String.class))
                    .publishOn(Schedulers.boundedElastic())
                    .map(answer -> answer + " and " + Children.call(id));
        }

        @GetMapping("/child")
        public Mono<String> child(@RequestParam("id") String id) {
            return Mono.fromCallable(() -> Children.call(id)).subscribeOn(Schedulers.boundedElastic());
        }
    }
}
