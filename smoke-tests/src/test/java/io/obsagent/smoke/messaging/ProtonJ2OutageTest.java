package io.obsagent.smoke.messaging;

import io.obsagent.smoke.broker.JvmBroker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.junit.LibraryVersions;
import java.nio.file.Path;
import java.util.List;

@LibraryVersions(name = "Qpid ProtonJ2", artifact = "org.apache.qpid:protonj2-client", versions = "1.1.0")
class ProtonJ2OutageTest extends OutageContract {
    @Override
    JvmBroker broker() {
        return QpidBroker.start();
    }

    @Override
    String mainClass() {
        return "ProtonTraffic";
    }

    @Override
    List<Path> classPath() {
        return AppSources.compile(library, "traffic", "protontraffic");
    }

    @Override
    String[] arguments(int port) {
        return new String[] {Integer.toString(port)};
    }
}
