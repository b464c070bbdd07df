package io.obsagent.smoke.overhead;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with allocation: {@code mvn -B -q package -DskipTests -Pbenchmarks [-Dbenchmark=RedRecord]}. */
public final class Benchmarks {
    private Benchmarks() {
    }

    public static void main(String[] arguments) throws RunnerException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        for (Class<?> ofOurClasses : new Class<?>[] {RedRecordBenchmark.class, HttpOperationBenchmark.class}) {
            if (ofOurClasses.getSimpleName().contains(wanted)) {
                new Runner(new OptionsBuilder().include(ofOurClasses.getName()).addProfiler(GCProfiler.class).build()).run();
            }
        }
        if (JdbcCallBenchmark.class.getSimpleName().contains(wanted)) {
            JdbcCallBenchmark.compare();
        }
    }
}
