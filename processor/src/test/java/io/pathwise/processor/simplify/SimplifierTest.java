package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.add;
import static io.pathwise.processor.program.Terms.assign;
import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.block;
import static io.pathwise.processor.program.Terms.count;
import static io.pathwise.processor.program.Terms.declare;
import static io.pathwise.processor.program.Terms.exit;
import static io.pathwise.processor.program.Terms.explained;
import static io.pathwise.processor.program.Terms.field;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.math;
import static io.pathwise.processor.program.Terms.number;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The passes together leave what an expert would write. */
class SimplifierTest extends PassFixture {
    @Override
    Block apply(Block block) {
        Parameter added = new Parameter(gradient, Parameter.Kind.ADDED, Position.NONE);
        List<Parameter> parameters = List.of(added);
        Position none = Position.NONE;
        Program program = new Program("Test", "run", parameters, Primitive.DOUBLE, block, names.next(), none);
        return Simplifier.simplify(program).body();
    }

    @Test
    void reverseSweepOfAProduct() {
        Variable yBar = names.create("yBar", Primitive.DOUBLE, Origin.GENERATED);
        Variable aBar = names.create("aBar", Primitive.DOUBLE, Origin.GENERATED);
        Variable term = names.create("term", Primitive.DOUBLE, Origin.TEMPORARY);
        Expression slope = field(local(gradient), "a", Primitive.DOUBLE);
        assertBecomes(
                List.of(
                        declare(aBar, number(0)),
                        declare(yBar, number(0)),
                        declare(x, math("exp", local(a))),
                        declare(y, binary(local(x), "*", local(b))),
                        add(yBar, local(b)),
                        explained("y = exp(a) * b", declare(term, binary(local(yBar), "*", local(b)))),
                        explained("y = exp(a) * b", add(aBar, binary(math("exp", local(a)), "*", local(term)))),
                        add(slope, local(aBar)),
                        exit(local(y))),
                "double x = Math.exp(a);",
                "double y = x * b;",
                "double yBar = b;",
                "// y = exp(a) * b",
                "double aBar = x * (yBar * b);",
                "gradient.a += aBar;",
                "return y;");
    }

    @Test
    void versionsOfALoopVariable() {
        Variable x2 = names.version(x);
        assertBecomes(
                List.of(
                        declare(x, local(a)),
                        declare(y, number(0)),
                        count(
                                i,
                                local(n),
                                block(
                                        declare(t, binary(math("sin", local(x)), "*", local(b))),
                                        declare(x2, binary(local(x), "+", local(t))),
                                        add(y, local(x2)),
                                        assign(x, local(x2)))),
                        exit(local(x))),
                "double x = a;",
                "for (int i = 0; i < n; i++) {",
                "    x += Math.sin(x) * b;",
                "}",
                "return x;");
    }

    @Test
    void variableDeclaredTwiceBySweepsBecomesTwo() {
        Variable step = names.create("step", Primitive.DOUBLE, Origin.GENERATED);
        Block body = block(declare(step, math("sin", local(x))), add(x, binary(local(step), "*", local(step))));
        assertBecomes(
                List.of(count(i, local(n), body), count(i, local(n), body), exit(local(x))),
                "for (int i = 0; i < n; i++) {",
                "    double step = Math.sin(x);",
                "    x += step * step;",
                "}",
                "for (int i = 0; i < n; i++) {",
                "    double step = Math.sin(x);",
                "    x += step * step;",
                "}",
                "return x;");
    }
}
