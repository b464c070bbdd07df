package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.Confirmations;

/** What becomes of messages that were sent: shared by those who see them sent and answered. */
final class Outcomes {
    final Confirmations awaited = new Confirmations();
}
