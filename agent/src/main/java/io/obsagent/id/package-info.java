/**
 * How ids of traces and spans are written. Headers, the console, profiles and the wire format share it, so it lies below
 * all of them.
 *
 * <p>May enter: forms of ids. Nothing here knows what an id belongs to; depends on the JDK alone.
 */
package io.obsagent.id;
