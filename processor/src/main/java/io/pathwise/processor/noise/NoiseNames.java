package io.pathwise.processor.noise;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.Optional;

/** How the noise of a draw is named: after the variable whose whole value the draw is, or as a called method names it. */
final class NoiseNames {
    private NoiseNames() {}

    /** The name of the draw's noise, without a number where nothing names it. */
    static String of(Statement statement, Draw draw) {
        return find(statement, draw).orElse(prefix(draw));
    }

    /** The name of the draw's noise, if something names it. */
    static Optional<String> find(Statement statement, Draw draw) {
        if (statement instanceof Declare declare) {
            return named(declare.variable(), declare.initializer().orElse(null), draw);
        }
        return statement instanceof Assign assign && assign.target() instanceof Local target
                ? named(target.variable(), assign.value(), draw)
                : Optional.empty();
    }

    private static Optional<String> named(Variable variable, Expression value, Draw draw) {
        if (value == draw && variable.origin() == Origin.SOURCE) {
            String name = variable.name();
            return Optional.of(prefix(draw) + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        return CalleeNoise.name(value, draw);
    }

    /** What names of noise of this kind begin with. */
    static String prefix(Draw draw) {
        return Draws.kind(draw) == Noise.NORMAL ? "eps" : "u";
    }
}
