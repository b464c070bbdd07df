package io.obsagent.smoke.overhead;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with allocation: {@code mvn -B -q package -DskipTests -Pbenchmarks [-Dbenchmark=RedRecord]}. */
public final class Benchmarks {
    private Benchmarks() {
    }

    public static void main(String[] arguments) throws RunnerException {
        String pattern = arguments.length == 0 || arguments[0].isEmpty() ? "io.obsagent.smoke.overhead" : arguments[0];
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).addProfiler(GCProfiler.class);
        new Runner(options.build()).run();
    }
}
