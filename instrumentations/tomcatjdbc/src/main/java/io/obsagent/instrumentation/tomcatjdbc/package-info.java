/**
 * Tomcat JDBC pool: what its pools lend and hold, and how long they keep people waiting.
 * Calls on the connections are the business of the module {@code jdbc}.
 */
package io.obsagent.instrumentation.tomcatjdbc;
