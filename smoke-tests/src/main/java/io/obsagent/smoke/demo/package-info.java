/**
 * The demo: three applications that know nothing of the agent ({@code src/apps/demo}), each in a JVM of its own with the
 * packaged jar, on real servers that need no installation. It prints what arrived, as a person would want to see it.
 *
 * <p>May enter: what starts the demo, and what prints a part of the result.
 */
package io.obsagent.smoke.demo;
