/**
 * HTTP semantics, shared by every HTTP library: which facts of a request and a response become a span, a series and a
 * name, by the HTTP conventions of semantic conventions 1.44.
 *
 * <pre>
 *  handler of a library --HttpRequestReader--> HttpServerTelemetry --> HttpServerOperation --end--> span + RED
 *  handler of a library --ClientRequestReader--> HttpClientTelemetry --> HttpClientOperation --end--> span + RED
 * </pre>
 *
 * A library's module contributes a reader of its own request type and its join points, nothing more; every decision
 * about values (methods, schemes, redaction, routes, errors) is taken here, so that all servers and all clients agree.
 *
 * <p>May enter: what is true of HTTP whatever the library. No library type, no type of the OpenTelemetry API.
 */
package io.obsagent.telemetry.http;
