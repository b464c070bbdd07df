package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServletMappingsTest {
    private final ServletMappings mappings = new ServletMappings("/shop", List.of("/exact", "/api/*", "*.view", "/"));

    @ParameterizedTest
    @CsvSource({"/exact,,/shop/exact", "/api,/orders/4711,/shop/api/*", "/api,,/shop/api/*", "/a/b.view,,/shop/*.view",
        "/unknown/4711,,", "'',/4711,"})
    void theMappingIsTheRouteAndTheDefaultOneIsNone(String path, String info, String route) {
        assertThat(mappings.route(path, info)).isEqualTo(route);
    }
}
