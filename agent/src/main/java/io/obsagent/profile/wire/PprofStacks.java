package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.FrameTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The stacks of one window as pprof has them, each encoded once however many samples and profiles have it: location n + 1
 * is the window's frame n in every profile. Not thread-safe.
 */
final class PprofStacks {
    private static final int LOCATIONS_OF_SAMPLE = 1;
    private static final int LOCATION = 4;
    private static final int FUNCTION = 5;

    private final FrameTable frames;
    /** By identity: a window has one array for each of its stacks. */
    private final Map<int[], Stack> stacks = new IdentityHashMap<>();
    private final BitSet used = new BitSet();
    private int profile;

    PprofStacks(FrameTable frames) {
        this.frames = frames;
    }

    /** Another profile begins: none of the locations has been used in it. */
    void begin() {
        profile++;
        used.clear();
    }

    void write(ProtoWriter sample, int[] numbers) {
        Stack stack = stacks.get(numbers);
        if (stack == null) {
            stack = new Stack(numbers);
            stacks.put(numbers, stack);
        }
        if (stack.usedIn != profile) {
            stack.usedIn = profile;
            for (int frame : numbers) {
                used.set(frame);
            }
        }
        sample.fields(stack.locations);
    }

    /** The locations that this profile uses, and their functions. */
    void writeUsed(ProtoWriter out, StringTable strings) {
        Map<String, Integer> functions = new HashMap<>();
        ProtoWriter message = new ProtoWriter();
        ProtoWriter line = new ProtoWriter();
        for (int frame = used.nextSetBit(0); frame >= 0; frame = used.nextSetBit(frame + 1)) {
            String name = frames.function(frame);
            Integer function = functions.get(name);
            if (function == null) {
                function = functions.size() + 1;
                functions.put(name, function);
                int text = strings.number(name);
                out.message(FUNCTION, message.clear().varint(1, function).varint(2, text).varint(3, text));
            }
            line.clear().varint(1, function).varint(2, frames.line(frame));
            out.message(LOCATION, message.clear().varint(1, frame + 1).varint(2, 1).message(4, line));
        }
    }

    private static final class Stack {
        final ProtoWriter locations;
        int usedIn;

        Stack(int[] frames) {
            long[] numbers = new long[frames.length];
            for (int i = 0; i < frames.length; i++) {
                numbers[i] = frames[i] + 1;
            }
            locations = new ProtoWriter(0).packed(LOCATIONS_OF_SAMPLE, numbers);
        }
    }
}
