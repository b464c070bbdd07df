package io.obsagent.smoke.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one API server for the whole run, or skips them where its binaries are missing. */
final class ApiServerExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(ApiServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ApiServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<Path> binaries = ApiServer.binaries();
        assumeTrue(binaries.isPresent(), "no kube-apiserver (smoke-tests/kube-apiserver.sh builds it): the policy is "
                + "judged by dev.cel and the manifests by the API schema alone");
        return context.getRoot().getStore(ROOM).getOrComputeIfAbsent("server", key -> new Started(binaries.get()),
                Started.class).server;
    }

    private static final class Started implements AutoCloseable {
        private final ApiServer server;

        Started(Path binaries) {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                server = ApiServer.start(binaries, Files.createTempDirectory(target, "apiserver").toAbsolutePath());
            } catch (Exception e) {
                throw new IllegalStateException("the API server does not start", e);
            }
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
