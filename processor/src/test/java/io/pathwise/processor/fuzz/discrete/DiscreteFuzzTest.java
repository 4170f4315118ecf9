package io.pathwise.processor.fuzz.discrete;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.fuzz.discrete.ChanceProgram.Cell;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.PathwiseFunction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Differentiates random programs that draw whole numbers: the mean of the derivatives over all noise, which is
 * divided into parts where they do not change, is the derivative of the mean, to rounding.
 *
 * <p>The programs of consecutive seeds are checked; a failure prints its seed and its program. Many programs:
 *
 * <pre>{@code
 * mvn -pl processor -am test -Dtest=DiscreteFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dpathwise.fuzz.discrete=2000 -Dpathwise.fuzz.seed=1
 * }</pre>
 */
class DiscreteFuzzTest {
    private static final long SEED = Long.getLong("pathwise.fuzz.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("pathwise.fuzz.discrete", 40);
    private static final int BATCH = 40;

    private final List<String> findings = new ArrayList<>();
    private int compared;

    @Test
    void theMeanOfDerivativesIsTheDerivativeOfTheMean() throws ReflectiveOperationException {
        for (int done = 0; done < PROGRAMS; done += BATCH) {
            List<ChanceProgram> batch = new ArrayList<>();
            for (int i = done; i < Math.min(done + BATCH, PROGRAMS); i++) {
                batch.add(ChanceGenerator.generate(SEED + i, "Chance" + (SEED + i)));
            }
            compile(batch);
        }
        System.out.println(compared + " of " + PROGRAMS + " programs compared");
        assertThat(findings).isEmpty();
        assertThat(compared).isGreaterThan(PROGRAMS / 2);
    }

    /** Programs together, and apart where together fails. */
    private void compile(List<ChanceProgram> programs) throws ReflectiveOperationException {
        SourceCompiler compiler = SourceCompiler.with(new PathwiseProcessor()).options("-parameters");
        compiler.source(ChanceProgram.LIBRARY);
        programs.forEach(each -> compiler.source(each.source()));
        CompilationResult result = compiler.compile();
        if (result.succeeded()) {
            for (ChanceProgram each : programs) {
                check(each, result);
            }
        } else if (programs.size() == 1) {
            findings.add(result.messages() + "\n" + programs.get(0).source());
        } else {
            compile(programs.subList(0, programs.size() / 2));
            compile(programs.subList(programs.size() / 2, programs.size()));
        }
    }

    private void check(ChanceProgram program, CompilationResult result) throws ReflectiveOperationException {
        Random random = new Random(program.className().hashCode());
        double[] point = {0.2 + 0.6 * random.nextDouble(), random.nextGaussian(), random.nextGaussian()};
        double[] normals = random.doubles(64, -2, 2).toArray();
        Optional<double[]> exact = program.gradientOfMean(point, normals);
        List<Cell> cells = exact.isPresent() ? program.cells(point, normals) : List.of();
        if (cells.isEmpty()) {
            return;
        }
        Class<?> companion = result.load(program.className() + "Pathwise");
        Method reverse = member(companion, "runReverse");
        boolean chooses = Arrays.stream(reverse.getParameters())
                .anyMatch(each -> each.getName().equals("uAlternative"));
        Object[] baseline = new Object[member(companion, "runFunction").getParameterCount()];
        Arrays.fill(baseline, 0.7);
        PathwiseFunction function =
                (PathwiseFunction) member(companion, "runFunction").invoke(null, baseline);
        compared++;
        new ChanceCheck(program, function, point, normals, chooses)
                .run(exact.get(), cells)
                .ifPresent(each -> findings.add(each + "\n" + program.source()));
    }

    /** Of several members with a name that with most parameters. */
    private static Method member(Class<?> companion, String name) {
        Method found = Arrays.stream(companion.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .max((one, other) -> Integer.compare(one.getParameterCount(), other.getParameterCount()))
                .orElseThrow();
        found.setAccessible(true);
        return found;
    }
}
