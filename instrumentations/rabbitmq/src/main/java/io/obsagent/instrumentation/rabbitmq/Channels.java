package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.Channel;
import io.obsagent.telemetry.WeakTable;

/** The state of each channel, made at its first use. */
final class Channels {
    private final WeakTable<Channel, ChannelState> states = new WeakTable<>();
    private final Connections connections;

    Channels(Connections connections) {
        this.connections = connections;
    }

    ChannelState of(Object channel) {
        ChannelState known = states.get((Channel) channel);
        return known == null ? make((Channel) channel) : known;
    }

    private synchronized ChannelState make(Channel channel) {
        ChannelState raced = states.get(channel);
        if (raced != null) {
            return raced;
        }
        ChannelState state = new ChannelState(connections.of(channel.getConnection()));
        states.put(channel, state);
        return state;
    }
}
