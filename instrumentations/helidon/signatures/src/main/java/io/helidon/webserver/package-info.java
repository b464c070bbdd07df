/** As much of Helidon 4 as the handlers use, by name and signature alone. */
package io.helidon.webserver;
