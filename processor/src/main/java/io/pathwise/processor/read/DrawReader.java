package io.pathwise.processor.read;

import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads calls of samplers; what a draw of a whole number says about its derivative is no parameter of the draw. */
final class DrawReader {
    private static final Type STRATEGY = new Type.Reference("io.pathwise.Discrete");

    private DrawReader() {}

    /** The draw; absent if its strategy is not a constant. */
    static Optional<Expression> read(Function sampler, List<Expression> arguments, Position position) {
        int last = arguments.size() - 1;
        if (last < 0 || !sampler.parameters().get(last).equals(STRATEGY)) {
            return Optional.of(new Draw(sampler, arguments, Optional.empty(), position));
        }
        Function plain = new Function(
                sampler.owner(), sampler.name(), sampler.parameters().subList(0, last), sampler.result());
        return strategy(arguments.get(last))
                .map(each ->
                        new Draw(plain, arguments.subList(0, last), Optional.empty(), Optional.of(each), position));
    }

    private static Optional<DiscreteStrategy> strategy(Expression argument) {
        return argument instanceof Constant constant && constant.type().equals(STRATEGY)
                ? Stream.of(DiscreteStrategy.values())
                        .filter(each -> each.name().equals(constant.name()))
                        .findFirst()
                : Optional.empty();
    }
}
