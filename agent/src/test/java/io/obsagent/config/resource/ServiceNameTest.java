package io.obsagent.config.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.ResourceSettings;
import io.obsagent.config.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service is called, by everything that can name it. */
class ServiceNameTest {
    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    private Map<String, Object> detect(String... settings) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            variables.put(settings[i], settings[i + 1]);
        }
        Surroundings surroundings = new Surroundings(environment, properties, folder.resolve("root").toFile(), folder.toFile());
        return ResourceAttributes.detect(ResourceSettings.of(Settings.of(null, Collections.emptyMap(), variables)), surroundings);
    }

    private Object name() {
        return detect().get("service.name");
    }

    /** A jar of entry, content, entry, content, ..., started with {@code -jar}. */
    private void startJar(String name, String... entries) throws IOException {
        Path jar = jar(name, entries);
        properties.put("java.class.path", jar.toString());
        properties.put("sun.java.command", jar + " --some argument");
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void theSettingWins() throws IOException {
        startJar("shop.jar", "BOOT-INF/classes/application.properties", "spring.application.name=spring");

        assertThat(detect("OTEL_SERVICE_NAME", "mine")).containsEntry("service.name", "mine");
        assertThat(detect("OTEL_RESOURCE_ATTRIBUTES", "service.name=mine")).containsEntry("service.name", "mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "BOOT-INF/classes/application.properties", "WEB-INF/classes/application.properties", "application.properties", "BOOT-INF/classes/config/application.properties",
    })
    void springPropertiesInsideTheJar(String entry) throws IOException {
        startJar("shop.jar", "META-INF/MANIFEST.MF", "Implementation-Title: title\n\n", entry, "spring.application.name = orders \n");

        assertThat(name()).isEqualTo("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOT-INF/classes/application.yml", "BOOT-INF/classes/application.yaml", "application.yml"})
    void springYamlInsideTheJar(String entry) throws IOException {
        startJar("shop.jar", entry, "server:\n  port: 8080\nspring:\n  application:\n    name: 'orders' # ours\n");

        assertThat(name()).isEqualTo("orders");
    }

    @Test
    void springFilesBesideTheApplicationWinOverThoseInside() throws IOException {
        startJar("shop.jar", "BOOT-INF/classes/application.properties", "spring.application.name=inside");
        write("application.yml", "spring.application.name: beside");
        assertThat(name()).isEqualTo("beside");

        write("config/application.properties", "spring.application.name=config");
        assertThat(name()).isEqualTo("config");
    }

    @Test
    void whatSpringTakesFromOutsideWinsOverItsFiles() throws IOException {
        startJar("shop.jar", "BOOT-INF/classes/application.properties", "spring.application.name=inside");
        environment.put("SPRING_APPLICATION_NAME", "environment");
        assertThat(name()).isEqualTo("environment");

        properties.put("spring.application.name", "property");
        assertThat(name()).isEqualTo("property");

        properties.put("sun.java.command", properties.get("java.class.path") + " --x --spring.application.name=argument --y");
        assertThat(name()).isEqualTo("argument");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "${APP_NAME:orders}|orders",
            "${HOME_NAME}-service|home-service",
            "${home.name}|home",
            "${APP_NAME:${HOME_NAME:x}}|home",
            "${APP_NAME}|title",
            "${APP_NAME|title",
            "@project.artifactId@|title",
            "''|title",
        })
    void placeholders(String value, String expected) throws IOException {
        environment.put("HOME_NAME", "home");
        startJar("shop.jar", "META-INF/MANIFEST.MF", "Implementation-Title: title\n\n", "application.properties", "spring.application.name=" + value);

        assertThat(name()).isEqualTo(expected);
    }

    @Test
    void springFilesOnAClassPathOfFolders() throws IOException {
        write("resources/application.yml", "spring:\n  application:\n    name: orders\n");
        write("classes/shop/Main.class", "");
        Path library = jar("library.jar", "application.properties", "spring.application.name=library");
        properties.put("java.class.path", folder.resolve("resources") + File.pathSeparator + folder.resolve("classes") + File.pathSeparator + library);
        properties.put("sun.java.command", "shop.Main");
        assertThat(name()).isEqualTo("orders");

        Files.delete(folder.resolve("resources/application.yml"));
        assertThat(name()).isEqualTo("shop.Main");
    }

    @Test
    void theManifestNamesAJarThatIsNotSprings() throws IOException {
        startJar("x.jar", "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Title: Orders\nImplementation-Version: 7.1\n\n");

        assertThat(detect()).containsEntry("service.name", "Orders").containsEntry("service.version", "7.1");
    }

    @Test
    void aJarThatNamesTheMainClassOfAnotherItsOwnIsTheProgram() throws IOException {
        Path launcher = jar("launcher.jar", "quarkus/EntryPoint.class", "");
        Path program = jar("run.jar", "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nMain-Class: quarkus.EntryPoint\nClass-Path: launcher.jar\nImplementation-Title: Orders\n\n");
        properties.put("java.class.path", program + File.pathSeparator + launcher);
        properties.put("sun.java.command", "quarkus.EntryPoint start");

        assertThat(name()).isEqualTo("Orders");
    }

    @ParameterizedTest
    @CsvSource({"shop.jar,shop,", "shop-1.2.3-SNAPSHOT.jar,shop,1.2.3-SNAPSHOT", "my-shop-2.war,my-shop,2", "a b.jar,a b,"})
    void theJarNamesItself(String file, String name, String version) throws IOException {
        startJar(file);

        assertThat(detect()).containsEntry("service.name", name);
        assertThat(detect().get("service.version")).isEqualTo(version);
    }

    @Test
    void springsBuildInformationHasTheVersion() throws IOException {
        startJar("shop.jar", "BOOT-INF/classes/META-INF/build-info.properties", "build.version=4.5");

        assertThat(detect()).containsEntry("service.version", "4.5");
    }

    @ParameterizedTest
    @CsvSource({"shop.Main,shop.Main", "shop.Main --x y,shop.Main", "my.module/shop.Main a,shop.Main"})
    void theMainClassNamesTheRest(String command, String expected) {
        properties.put("sun.java.command", command);

        assertThat(name()).isEqualTo(expected);
    }

    @Test
    void whatHasNoNameIsUnknown() {
        assertThat(name()).isEqualTo("unknown_service:java");
    }

    @Test
    void aJarThatIsNoneDoesNoHarm() throws IOException {
        write("broken.jar", "not a zip file");
        properties.put("java.class.path", folder.resolve("broken.jar").toString());
        properties.put("sun.java.command", folder.resolve("broken.jar").toString());

        assertThat(name()).isEqualTo("broken");
    }
}
