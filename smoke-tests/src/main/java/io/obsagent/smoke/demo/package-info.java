/**
 * The demo: two applications that know nothing of the agent, each in a JVM of its own with the packaged jar, on real
 * servers that need no installation. It prints what arrived, as a person would want to see it.
 */
package io.obsagent.smoke.demo;
