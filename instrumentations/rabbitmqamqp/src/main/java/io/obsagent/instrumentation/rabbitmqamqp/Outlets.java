package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.WeakTable;

/** The outlet of each publisher. */
final class Outlets {
    private final WeakTable<Object, Outlet> known = new WeakTable<>();
    private final Openings openings;
    private final Outlet unknown;

    Outlets(Connections connections, Openings openings) {
        this.openings = openings;
        this.unknown = new Outlet(connections.unknown(), null);
    }

    /** A publisher opens its link; after a loss it does so again, for the same address. */
    void opened(Object publisher, String address) {
        Openings.Opening opening = openings.current();
        if (opening != null) {
            known.put(publisher, new Outlet(opening.connection.broker(), address));
        }
    }

    Outlet of(Object publisher) {
        Outlet outlet = known.get(publisher);
        return outlet == null ? unknown : outlet;
    }
}
