package io.pathwise.processor.program;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.element;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.field;
import static io.pathwise.processor.program.Terms.leave;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.memory;
import static io.pathwise.processor.program.Terms.number;
import static io.pathwise.processor.program.Terms.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterpreterTest {
    private final Names names = new Names(0);
    private final Variable x = names.create("x", Primitive.DOUBLE, Origin.SOURCE);
    private final Variable n = names.create("n", Primitive.INT, Origin.SOURCE);
    private final Variable i = names.create("i", Primitive.INT, Origin.SOURCE);
    private final Variable gradient = names.create("gradient", new Type.Reference("Gradient"), Origin.GENERATED);

    private Program program(Type result, Block body, Variable... parameters) {
        List<Parameter> list = Stream.of(parameters)
                .map(each -> new Parameter(each, Parameter.Kind.CONSTANT, Position.NONE))
                .toList();
        return new Program("Test", "run", list, result, body, names.next(), Position.NONE);
    }

    private Object value(Type result, Expression expression) {
        return Interpreter.run(program(result, block(exit(expression)), x, n), 0.75, 7);
    }

    @Test
    void wholeNumbersDivideAsInJava() {
        assertThat(value(Primitive.INT, binary(local(n), "/", number(2)))).isEqualTo(3);
        assertThat(value(Primitive.DOUBLE, binary(local(n), "/", number(2)))).isEqualTo(3.0);
        assertThat(value(Primitive.DOUBLE, binary(local(n), "/", number(2.0)))).isEqualTo(3.5);
        assertThatThrownBy(() -> value(Primitive.INT, binary(local(n), "%", number(0))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shiftsAndOverflowAreThoseOfJava() {
        assertThat(value(Primitive.INT, binary(local(n), "<<", number(33)))).isEqualTo(14);
        assertThat(value(Primitive.INT, binary(number(-8), ">>>", number(28)))).isEqualTo(15);
        assertThat(value(Primitive.INT, binary(number(Integer.MAX_VALUE), "+", local(n))))
                .isEqualTo(Integer.MIN_VALUE + 6);
        assertThat(value(Primitive.INT, new Expression.Cast(number(1e20), Primitive.INT, Position.NONE)))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void mathIsCalled() {
        assertThat(value(Primitive.DOUBLE, math("pow", local(x), number(2.0)))).isEqualTo(0.5625);
    }

    @Test
    void loopsFillMemoryAndFieldsAndEndAtABreak() {
        Variable kept = names.create("kept", new Type.ArrayOf(Primitive.DOUBLE), Origin.GENERATED);
        Expression slope = field(local(gradient), "x", Primitive.DOUBLE);
        Block body = block(
                declare(kept, memory(local(gradient), 0, local(n))),
                count(
                        i,
                        local(n),
                        block(
                                when(binary(local(i), "==", number(3)), block(leave())),
                                add(slope, local(x)),
                                Terms.assign(element(local(kept), local(i)), slope))),
                exit(element(local(kept), number(2))));
        GradientObject object = new GradientObject().with("x", 1.0);
        assertThat(Interpreter.run(program(Primitive.DOUBLE, body, x, n, gradient), 0.5, 7, object))
                .isEqualTo(2.5);
        assertThat(object.get("x")).isEqualTo(2.5);
    }

    @Test
    void readingBeforeAssigningIsAFault() {
        Variable y = names.create("y", Primitive.DOUBLE, Origin.SOURCE);
        Program program = program(Primitive.DOUBLE, block(declare(y), exit(local(y))));
        assertThatThrownBy(() -> Interpreter.run(program)).isInstanceOf(IllegalStateException.class);
        assertThat(Legality.faults(program)).hasSize(1);
    }
}
