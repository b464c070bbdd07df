package io.obsagent.profile.model;

/**
 * What a profile counts. The names are those under which Pyroscope files profiles of Java programs
 * ({@code process_cpu:cpu:nanoseconds:cpu:nanoseconds}, ...), so that existing queries and dashboards find ours.
 */
public enum ProfileKind {
    CPU("process_cpu", "cpu", "nanoseconds", "cpu", "nanoseconds", null),
    WALL("wall", "wall", "nanoseconds", "wall", "nanoseconds", null),
    ALLOC("memory", "alloc_in_new_tlab_bytes", "bytes", "space", "bytes", "alloc_in_new_tlab_objects"),
    LIVE("memory", "inuse_space", "bytes", "space", "bytes", "inuse_objects"),
    MUTEX("mutex", "delay", "nanoseconds", "mutex", "count", "contentions"),
    BLOCK("block", "delay", "nanoseconds", "block", "count", "contentions");

    /** Name of the whole, in Pyroscope the {@code __name__} label. */
    public final String series;
    /** Of a sample's value. */
    public final String valueType;
    public final String valueUnit;
    public final String periodType;
    public final String periodUnit;
    /** Of a sample's count, which stands before the value; null for kinds whose count follows from the value. */
    public final String countType;

    ProfileKind(String series, String valueType, String valueUnit, String periodType, String periodUnit, String countType) {
        this.series = series;
        this.valueType = valueType;
        this.valueUnit = valueUnit;
        this.periodType = periodType;
        this.periodUnit = periodUnit;
        this.countType = countType;
    }
}
