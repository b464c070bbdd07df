/** The application inside the test images; depends on java.base alone. */
package io.obsagent.smoke.delivery.app;
