/**
 * What this JVM is, as resource attributes: service, host, operating system, process, container, cluster and cloud.
 *
 * <p>Everything is read from files, system properties and the environment; nothing asks the network, a class loader of the
 * application or JMX. Runs on the agent's background thread, so it may open the application's jar and class path folders.
 *
 * <p>What may enter: detectors, each one a class that puts what it knows into a map and never throws. Attribute names are
 * those of the OpenTelemetry semantic conventions.
 */
package io.obsagent.config.resource;
