/**
 * What suites share on the JUnit side: running a test on each JDK or library version, and the contract check after
 * every test class. Room for JUnit extensions and annotations only.
 */
package io.obsagent.smoke.junit;
