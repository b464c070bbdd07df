package io.obsagent.telemetry;

import io.obsagent.config.SamplerKind;
import io.obsagent.config.TraceSettings;

/**
 * Decides once for each trace, at its first operation in this process, whether spans are recorded. Ratio sampling is
 * the consistent probability sampling of the OpenTelemetry specification: the 56 random bits of the trace id against a
 * threshold, which is written into {@code tracestate} as {@code ot=th}, so that back ends can scale what they count.
 * Immutable.
 */
final class Sampler {
    private static final long RANDOM_BITS = (1L << 56) - 1;

    private final boolean parentBased;
    /** Traces whose random value is below it are rejected; 2^56 rejects all. */
    private final long threshold;
    private final String thresholdMember;

    private Sampler(boolean parentBased, long threshold, boolean announced) {
        this.parentBased = parentBased;
        this.threshold = threshold;
        this.thresholdMember = announced && threshold <= RANDOM_BITS ? "th:" + hex(threshold) : null;
    }

    static Sampler of(TraceSettings settings) {
        SamplerKind kind = settings.sampler;
        boolean parentBased = kind.name().startsWith("PARENTBASED_");
        switch (kind) {
            case ALWAYS_ON:
            case PARENTBASED_ALWAYS_ON:
                return new Sampler(parentBased, 0, false);
            case ALWAYS_OFF:
            case PARENTBASED_ALWAYS_OFF:
                return new Sampler(parentBased, RANDOM_BITS + 1, false);
            default:
                return ratio(settings.samplerRatio, parentBased);
        }
    }

    /** Records nothing, whatever the parent says: spans are switched off. */
    static Sampler off() {
        return new Sampler(false, RANDOM_BITS + 1, false);
    }

    static Sampler ratio(double ratio, boolean parentBased) {
        long rejected = RANDOM_BITS + 1 - Math.round(ratio * (RANDOM_BITS + 1));
        return new Sampler(parentBased, rejected, true);
    }

    boolean sample(long traceLow, RemoteContext remote) {
        boolean hasParent = remote != null && remote.hasSpan();
        if (hasParent && parentBased) {
            return remote.sampled;
        }
        long randomness = traceLow & RANDOM_BITS;
        if (hasParent && thresholdMember != null) {
            randomness = TraceStates.randomness(remote.traceState, randomness);
        }
        return randomness >= threshold;
    }

    /** The tracestate to pass on: what came in, with our threshold if the decision was ours. */
    String traceState(String incoming, boolean sampled, boolean continued) {
        if (thresholdMember == null || continued && parentBased || !sampled) {
            return incoming;
        }
        return TraceStates.withOt(incoming, thresholdMember);
    }

    /** 56 bits as hex digits without trailing zeros, as {@code th} is written. */
    private static String hex(long threshold) {
        StringBuilder digits = new StringBuilder(Long.toHexString(threshold | 1L << 56));
        digits.deleteCharAt(0);
        int length = digits.length();
        while (length > 1 && digits.charAt(length - 1) == '0') {
            length--;
        }
        digits.setLength(length);
        return digits.toString();
    }
}
