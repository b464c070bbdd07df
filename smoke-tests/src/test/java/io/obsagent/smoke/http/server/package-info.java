/**
 * The contract of HTTP servers (scenarios S1 to S28), the same for every server library. A library is a subclass that
 * says how its application is started and what it cannot know; the behaviours under test are the contract's.
 */
package io.obsagent.smoke.http.server;
