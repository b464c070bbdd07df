package io.obsagent.telemetry;

/**
 * What an operation is about. A client operation inside one of the same layer is the same logical call (a pool's
 * statement around the driver's), and only the outer one counts.
 */
public enum Layer {
    HTTP_SERVER,
    HTTP_CLIENT,
    DATABASE,
    DATABASE_CONNECTION,
    MESSAGING_SEND,
    MESSAGING_RECEIVE,
    MESSAGING_PROCESS,
    MESSAGING_SETTLE,
    INTERNAL
}
