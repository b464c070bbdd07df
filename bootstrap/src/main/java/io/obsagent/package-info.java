/**
 * The front door: what the JVM calls and the loader that hides the rest of the agent. These classes are on the
 * application's class path, so they are few, at Java 8 level, and named so that nobody else's can be meant.
 */
package io.obsagent;
