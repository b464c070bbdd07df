import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands everything on to the application whose port is its argument. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Gateway {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Gateway.class);
        application.setDefaultProperties(Map.of("server.port", "0", "target.port", args[0],
                "spring.main.banner-mode", "off", "logging.level.root", "WARN"));
        System.out.println("port " + application.run().getEnvironment().getProperty("local.server.port"));
    }

    @Bean
    public RouteLocator routes(RouteLocatorBuilder routes,
            @org.springframework.beans.factory.annotation.Value("${target.port}") int port) {
        return routes.routes().route("application", all -> all.path("/app/**").uri("http://localhost:" + port)).build();
    }
}
