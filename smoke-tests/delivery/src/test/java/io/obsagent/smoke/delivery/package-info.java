/**
 * What a platform team is handed, with the real tools: the image in podman, the manifests and the policy on a Kubernetes
 * API server, the JVM's own behaviour under JAVA_TOOL_OPTIONS. Each test skips, by name, what the machine does not have.
 * What may enter: drivers of those tools and the tests; nothing about telemetry.
 */
package io.obsagent.smoke.delivery;
