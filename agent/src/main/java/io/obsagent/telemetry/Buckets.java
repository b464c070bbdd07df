package io.obsagent.telemetry;

/** Which bucket of a histogram a value falls into. Immutable. */
public abstract class Buckets {
    /** How many buckets there are. */
    public abstract int count();

    /** The bucket of a value in the raw unit of the histogram (nanoseconds for durations). */
    abstract int of(long value);

    /** Buckets with given upper bounds, inclusive, and one for everything above. */
    static Buckets explicit(double[] bounds, double rawPerUnit) {
        return new Explicit(bounds, rawPerUnit);
    }

    /** Base-2 exponential buckets of a fixed scale. */
    static Buckets exponential(double rawPerUnit) {
        return new Exponential(rawPerUnit);
    }

    /** Explicit upper bounds. */
    public static final class Explicit extends Buckets {
        private final double[] bounds;
        private final long[] raw;

        private Explicit(double[] bounds, double rawPerUnit) {
            this.bounds = bounds.clone();
            this.raw = new long[bounds.length];
            for (int i = 0; i < bounds.length; i++) {
                raw[i] = Math.round(bounds[i] * rawPerUnit);
            }
        }

        public double[] bounds() {
            return bounds.clone();
        }

        @Override
        public int count() {
            return raw.length + 1;
        }

        @Override
        int of(long value) {
            int low = 0;
            int high = raw.length;
            while (low < high) {
                int middle = low + high >>> 1;
                if (value <= raw[middle]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    /**
     * Scale 2, four buckets for each doubling (19 % wide): 160 of them, the usual most, reach from a nanosecond to 18
     * minutes, so that the scale of a duration never has to change while values are recorded without a lock.
     */
    public static final class Exponential extends Buckets {
        /** Buckets for each doubling are 2 to the power of it. */
        public static final int SCALE = 2;
        /** The exponential index of the first bucket: values just above 2^-30. */
        public static final int FIRST_INDEX = -120;

        private static final int COUNT = 160;
        private static final double[] STEPS = {Math.pow(2, 0.25), Math.pow(2, 0.5), Math.pow(2, 0.75)};

        private final double unitPerRaw;

        private Exponential(double rawPerUnit) {
            this.unitPerRaw = 1 / rawPerUnit;
        }

        /** The exponential ones, and one more for zero, which comes last. */
        @Override
        public int count() {
            return COUNT + 1;
        }

        public static int zeroBucket() {
            return COUNT;
        }

        @Override
        int of(long value) {
            if (value <= 0) {
                return COUNT;
            }
            double v = value * unitPerRaw;
            int exponent = Math.getExponent(v);
            double mantissa = v / Math.scalb(1.0, exponent);
            int step = mantissa == 1.0 ? -1 : mantissa <= STEPS[0] ? 0 : mantissa <= STEPS[1] ? 1 : mantissa <= STEPS[2] ? 2 : 3;
            int index = (exponent << SCALE) + step - FIRST_INDEX;
            return index < 0 ? 0 : Math.min(index, COUNT - 1);
        }
    }
}
