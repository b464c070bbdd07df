/** HikariCP: what its pools lend, hold and keep people waiting for. Calls on the connections are the business of the drivers' module. */
package io.obsagent.instrumentation.hikaricp;
