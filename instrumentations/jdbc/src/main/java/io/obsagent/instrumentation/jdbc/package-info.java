/**
 * JDBC: what a connection URL and an SQL text say about a database call, and the handlers that record it.
 *
 * <p>What belongs here: everything that knows {@code java.sql}, JDBC URLs or SQL. The analysis of URLs, SQL and
 * exception messages is plain Java over strings: it runs on the application's threads, so it never throws,
 * asks no driver and no server, takes time proportional to a bounded input, and lets no credential, literal or
 * comment through.
 */
package io.obsagent.instrumentation.jdbc;
