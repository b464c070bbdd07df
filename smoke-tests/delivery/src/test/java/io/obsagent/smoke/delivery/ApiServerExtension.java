package io.obsagent.smoke.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A Kubernetes API server; what stands in for it is said where it is missing. */
final class ApiServerExtension extends ToolExtension<ApiServer> {
    ApiServerExtension() {
        super(ApiServer.class);
    }

    @Override
    Optional<String> obstacle() {
        return ApiServer.binaries().isPresent() ? Optional.empty()
                : Optional.of("no kube-apiserver (smoke-tests/kube-apiserver.sh builds it): the policy is judged by dev.cel "
                        + "and the manifests by the API schema alone");
    }

    @Override
    ApiServer start() throws Exception {
        Path target = Files.createDirectories(Path.of("target"));
        return ApiServer.start(ApiServer.binaries().orElseThrow(),
                Files.createTempDirectory(target, "apiserver").toAbsolutePath());
    }
}
