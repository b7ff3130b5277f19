package it.lente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark for a moment, to see that it can. */
class BenchmarksIT {

  @Test
  void every_benchmark_runs() throws RunnerException {
    // No figure counts here, so another run on this machine does no harm.
    System.setProperty("jmh.ignoreLock", "true");
    Options moment =
        new OptionsBuilder()
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(20))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();

    assertThat(new Runner(moment).run()).isNotEmpty();
  }
}
