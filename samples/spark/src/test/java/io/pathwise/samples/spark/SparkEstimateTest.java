package io.pathwise.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.montecarlo.Estimate;
import io.pathwise.montecarlo.MonteCarlo;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark on two threads of this machine; functions and results travel in serialized form as on a cluster. */
class SparkEstimateTest {
    private static final double[] PARAMETERS = {100, 0.05, 0.2};
    private static final MonteCarlo ESTIMATOR = MonteCarlo.of(AsianOptionPathwise.callFunction(100, 1, 12))
            .paths(30_016)
            .seed(42);

    @TempDir
    static Path directory;

    private static JavaSparkContext context;

    @BeforeAll
    static void start() {
        context = new JavaSparkContext(new SparkConf()
                .setAppName("test")
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.local.dir", directory.toString()));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void anyNumberOfTasksGivesTheBitsOfALocalRun(int tasks) {
        assertSameBits(SparkEstimate.estimate(context, ESTIMATOR, tasks, PARAMETERS), ESTIMATOR);
    }

    @Test
    void soDoesNoiseThatIsNotIndependent() {
        MonteCarlo quasiRandom = ESTIMATOR.quasiRandom();
        assertSameBits(SparkEstimate.estimate(context, quasiRandom, 5, PARAMETERS), quasiRandom);
        MonteCarlo antithetic = ESTIMATOR.antithetic();
        assertSameBits(SparkEstimate.estimate(context, antithetic, 5, PARAMETERS), antithetic);
    }

    private static void assertSameBits(Estimate estimate, MonteCarlo local) {
        Estimate expected = local.estimate(PARAMETERS);
        assertThat(estimate.value()).isEqualTo(expected.value());
        assertThat(estimate.standardError()).isEqualTo(expected.standardError());
        assertThat(estimate.gradient()).isEqualTo(expected.gradient());
        assertThat(estimate.gradientStandardErrors()).isEqualTo(expected.gradientStandardErrors());
        assertThat(estimate.paths()).isEqualTo(30_016);
        assertThat(estimate.worstPath()).isEqualTo(expected.worstPath());
    }
}
