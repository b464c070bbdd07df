package io.obsagent.smoke.demo;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.EmbeddedPostgres;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.Ports;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the demo: {@code mvn -B -q package -DskipTests -Pdemo}. */
public final class Demo {
    private static final int ROUNDS = 60;
    /** One order in four breaks a constraint of the database. */
    private static final int ORDERS = ROUNDS * 3 / 4;
    private static final String AMQP_CLIENT = "com.rabbitmq:amqp-client:5.35.0";

    private Demo() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Library shopLibraries = Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:11.0.14",
                "com.zaxxer:HikariCP:7.0.2", "org.postgresql:postgresql:42.7.8", AMQP_CLIENT, "org.slf4j:slf4j-nop:2.0.17");
        Library warehouseLibraries = Libraries.resolve("org.postgresql:postgresql:42.7.8", AMQP_CLIENT, "org.slf4j:slf4j-nop:2.0.17");
        Library callerLibraries = Libraries.resolve("org.postgresql:postgresql:42.7.8");
        List<Path> shopClasses = AppSources.compile(17, shopLibraries, "demo/shop");
        List<Path> warehouseClasses = AppSources.compile(17, warehouseLibraries, "demo/warehouse");
        List<Path> callerClasses = AppSources.compile(17, callerLibraries, "demo/caller");
        Path folder = Files.createTempDirectory("obs-agent-demo");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(); OtlpReceiver receiver = OtlpReceiver.start();
                Broker broker = QpidBroker.start()) {
            System.out.println("Starting a shop (Tomcat, HikariCP, PostgreSQL), a warehouse behind its queue (RabbitMQ client) and a caller "
                    + "(java.net.http), each in a JVM of its own with the agent");
            int profilePort = Ports.free();
            String queues = Integer.toString(broker.port());
            ShopProfile profile;
            try (AppProcess warehouse = traced("Warehouse", warehouseClasses, receiver, "warehouse").start(queues, database.jdbcUrl());
                    AppProcess shop = traced("Shop", shopClasses, receiver, "shop")
                    .env("OBS_PROFILE", "cpu:5ms").env("OBS_PROFILE_PORT", Integer.toString(profilePort)).start(database.jdbcUrl(), folder.toString(), queues)) {
                warehouse.awaitLine("packing");
                int port = shop.awaitPort();
                profile = ShopProfile.take(shop.awaitErrorLine(" profiles"), profilePort, folder);
                AppProcess caller = traced("Caller", callerClasses, receiver, "caller")
                        .run("http://localhost:" + port, database.jdbcUrl(), Integer.toString(ROUNDS));
                System.out.println("The caller is done: " + caller.awaitLine("orders") + " were taken.");
                System.out.println("Two products of five do not exist (404: an error for the caller only), and every fourth order breaks a"
                        + " constraint (500).");
                profile.await();
                receiver.received().awaitSpans(span -> span.name().equals("ack orders"), ORDERS);
                warehouse.terminate().awaitExit();
                shop.terminate().awaitExit();
            }
            receiver.received().awaitSpans(span -> span.name().startsWith("SELECT"), ROUNDS);
            TraceTree.typical(receiver.received().spans()).print(System.out);
            new RedTable(receiver.received()).print(System.out);
            profile.print("GET /products/*", receiver.received().spans(), System.out);
        }
    }

    private static JavaApp traced(String mainClass, List<Path> classPath, OtlpReceiver receiver, String service) {
        return JavaApp.of(mainClass, classPath).withAgent().exportTo(receiver).env("OTEL_SERVICE_NAME", service);
    }
}
