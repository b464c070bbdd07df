package io.obsagent.profile.model;

import java.util.List;

/** Samples of one kind. Immutable as long as its list is left alone. */
public final class Profile {
    public final ProfileKind kind;
    /** Units of the period type between two samples. */
    public final long period;
    public final List<Sample> samples;

    public Profile(ProfileKind kind, long period, List<Sample> samples) {
        this.kind = kind;
        this.period = period;
        this.samples = samples;
    }

    /** The same with other samples: for splitting. */
    public Profile with(List<Sample> others) {
        return new Profile(kind, period, others);
    }
}
