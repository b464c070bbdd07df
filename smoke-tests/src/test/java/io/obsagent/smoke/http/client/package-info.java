/**
 * The contract of HTTP clients (scenarios C1 to C25), the same for every client library. A library is a subclass that
 * names its versions and its application, and says what it cannot do; the behaviours under test are the contract's.
 */
package io.obsagent.smoke.http.client;
