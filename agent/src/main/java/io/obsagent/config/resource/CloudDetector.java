package io.obsagent.config.resource;

import static io.obsagent.config.resource.ResourceAttributes.put;

import java.util.Map;

/**
 * cloud.* and faas.* from the variables that platforms give to what runs on them. No metadata service is asked: that
 * is a network call.
 */
final class CloudDetector {
    private final Surroundings surroundings;

    CloudDetector(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void detect(Map<String, Object> attributes) {
        if (!aws(attributes) && !google(attributes)) {
            azure(attributes);
        }
    }

    private boolean aws(Map<String, Object> attributes) {
        String identity = environment("AWS_WEB_IDENTITY_TOKEN_FILE");
        boolean kubernetes = environment("KUBERNETES_SERVICE_HOST") != null;
        if (environment("AWS_LAMBDA_FUNCTION_NAME") != null) {
            platform(attributes, "aws", "aws_lambda");
            put(attributes, "faas.name", environment("AWS_LAMBDA_FUNCTION_NAME"));
            put(attributes, "faas.version", environment("AWS_LAMBDA_FUNCTION_VERSION"));
            put(attributes, "faas.instance", environment("AWS_LAMBDA_LOG_STREAM_NAME"));
        } else if (environment("ECS_CONTAINER_METADATA_URI_V4", "ECS_CONTAINER_METADATA_URI") != null) {
            platform(attributes, "aws", "aws_ecs");
        } else if (kubernetes && identity != null && identity.contains("eks.amazonaws.com")) {
            platform(attributes, "aws", "aws_eks");
        } else {
            return false;
        }
        put(attributes, "cloud.region", environment("AWS_REGION", "AWS_DEFAULT_REGION"));
        return true;
    }

    private boolean google(Map<String, Object> attributes) {
        if (environment("K_SERVICE") != null) {
            platform(attributes, "gcp", environment("FUNCTION_TARGET") == null ? "gcp_cloud_run" : "gcp_cloud_functions");
            put(attributes, "faas.name", environment("K_SERVICE"));
            put(attributes, "faas.version", environment("K_REVISION"));
        } else if (environment("CLOUD_RUN_JOB") != null) {
            platform(attributes, "gcp", "gcp_cloud_run");
            put(attributes, "faas.name", environment("CLOUD_RUN_JOB"));
        } else if (environment("GAE_SERVICE") != null) {
            platform(attributes, "gcp", "gcp_app_engine");
            put(attributes, "faas.name", environment("GAE_SERVICE"));
            put(attributes, "faas.version", environment("GAE_VERSION"));
            put(attributes, "faas.instance", environment("GAE_INSTANCE"));
        } else {
            return false;
        }
        put(attributes, "cloud.account.id", environment("GOOGLE_CLOUD_PROJECT"));
        return true;
    }

    private void azure(Map<String, Object> attributes) {
        if (environment("CONTAINER_APP_NAME") != null) {
            platform(attributes, "azure", "azure.container_apps");
            put(attributes, "service.instance.id", environment("CONTAINER_APP_REPLICA_NAME"));
        } else if (environment("WEBSITE_SITE_NAME") != null) {
            boolean functions = environment("FUNCTIONS_EXTENSION_VERSION") != null;
            platform(attributes, "azure", functions ? "azure.functions" : "azure.app_service");
            put(attributes, "faas.name", functions ? environment("WEBSITE_SITE_NAME") : null);
            put(attributes, "service.instance.id", environment("WEBSITE_INSTANCE_ID"));
            put(attributes, "deployment.environment.name", environment("WEBSITE_SLOT_NAME"));
            put(attributes, "cloud.region", environment("REGION_NAME"));
        }
    }

    private static void platform(Map<String, Object> attributes, String provider, String platform) {
        attributes.put("cloud.provider", provider);
        attributes.put("cloud.platform", platform);
    }

    private String environment(String... names) {
        return surroundings.environment(names);
    }
}
