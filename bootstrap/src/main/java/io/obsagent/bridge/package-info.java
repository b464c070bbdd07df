/**
 * The joint between {@code java.lang.ObsBridge}, which woven code calls, and the agent. Only what must be compiled
 * against the bridge may enter; it is all at Java 8 level.
 */
package io.obsagent.bridge;
