/**
 * What the packaged agent does in real JVMs, area by area. Room for tests that start applications with the harness and
 * look at what the receiver got; the contract is checked on all of it without their doing.
 */
package io.obsagent.smoke.suite;
