import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A Spring Boot application with one reactive controller for the scenarios, on reactor-netty. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebFluxServer.Scenarios.class)
public class WebFluxServer {
    public static void main(String[] args) {
        Children.prepare();
        SpringApplication application = new SpringApplication(WebFluxServer.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.webflux.base-path", "/app",
                "spring.main.banner-mode", "off", "logging.level.root", "WARN"));
        ConfigurableApplicationContext context = application.run(args);
        System.out.println("port " + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Routes without a controller. */
    @Bean
    public RouterFunction<ServerResponse> functions() {
        return RouterFunctions.route().path("/functions/{id}", inside -> inside.GET("/parts/{part}",
                request -> ServerResponse.ok().bodyValue(request.pathVariable("part")))).build();
    }

    /** One method for each behaviour. */
    @RestController
    public static class Scenarios {
        @RequestMapping("/hello")
        public String hello() {
            return "hello";
        }

        @GetMapping("/redirect")
        public ResponseEntity<Void> redirect() {
            return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/app/hello").build();
        }

        @GetMapping("/fail")
        public ResponseEntity<String> fail() {
            return ResponseEntity.status(500).body("failed");
        }

        @GetMapping("/throw")
        public String thrown() {
            throw new IllegalStateException("thrown");
        }

        @GetMapping("/users/{id}")
        public String user(@PathVariable("id") String id) {
            return "user " + id;
        }

        @GetMapping("/child")
        public Mono<String> child(@RequestParam("id") String id) {
            return Mono.delay(Duration.ofMillis(5)).map(tick -> Children.call(id));
        }

        /** The next hop over HTTP, then the database. */
        @GetMapping("/chain")
        public Mono<String> chain(@RequestParam("id") String id, @RequestHeader("host") String host) {
            return Mono.fromFuture(() -> Onward.call(port(host), id)).map(answer -> answer + Children.call(id));
        }

        private static int port(String host) {
            return Integer.parseInt(host.substring(host.indexOf(':') + 1));
        }

        @PostMapping("/echo")
        public ResponseEntity<byte[]> echo(@RequestBody byte[] body) {
            return ResponseEntity.ok().header("X-Answer", "yes").body(body);
        }

        @GetMapping(value = "/events", produces = "text/event-stream")
        public Flux<String> events() {
            // On a busy machine the writer asks late; an interval without a buffer breaks the response off then.
            return Flux.interval(Duration.ofMillis(50)).onBackpressureBuffer().take(5).map(tick -> "event");
        }

        @GetMapping(value = "/large", produces = "application/octet-stream")
        public Flux<byte[]> large() {
            return Flux.range(0, 1024).map(i -> new byte[64 * 1024]);
        }
    }
}
