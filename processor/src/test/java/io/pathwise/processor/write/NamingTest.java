package io.pathwise.processor.write;

import static io.pathwise.processor.program.Build.DOUBLE;
import static io.pathwise.processor.program.Build.INT;
import static io.pathwise.processor.program.Build.block;
import static io.pathwise.processor.program.Build.declare;
import static io.pathwise.processor.program.Build.explained;
import static io.pathwise.processor.program.Build.generated;
import static io.pathwise.processor.program.Build.literal;
import static io.pathwise.processor.program.Build.loop;
import static io.pathwise.processor.program.Build.math;
import static io.pathwise.processor.program.Build.parameter;
import static io.pathwise.processor.program.Build.program;
import static io.pathwise.processor.program.Build.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final Expression ONE = literal(1.0);
    private static final Expression ALWAYS = new Literal(true, Primitive.BOOLEAN, Position.NONE);

    private static Naming naming(List<Parameter> parameters, Statement... body) {
        Program program = program("p.Q", "f", DOUBLE, parameters, body);
        return Naming.of(program);
    }

    @Test
    void theUsersNamesWinOverAddedParameters() {
        Variable gradient = source("gradient", DOUBLE);
        Variable added = generated("gradient", DOUBLE);
        Naming naming = naming(List.of(parameter(added, Kind.ADDED)), declare(gradient, ONE));
        assertThat(naming.name(gradient)).isEqualTo("gradient");
        assertThat(naming.name(added)).isEqualTo("gradient2");
    }

    @Test
    void theUsersLocalsWinOverGeneratedOnesDeclaredBefore() {
        Variable mine = generated("xBar", DOUBLE);
        Variable users = source("xBar", DOUBLE);
        Variable second = source("xBar2", DOUBLE);
        Naming naming = naming(List.of(), declare(mine, ONE), declare(users, ONE), declare(second, ONE));
        assertThat(naming.name(users)).isEqualTo("xBar");
        assertThat(naming.name(second)).isEqualTo("xBar2");
        assertThat(naming.name(mine)).isEqualTo("xBar3");
    }

    @Test
    void aVersionOfTheUsersVariableDoesNotTakeAnotherOnesName() {
        Variable first = source("x", DOUBLE);
        Variable version = source("x", DOUBLE);
        Variable other = source("x2", DOUBLE);
        Naming naming = naming(List.of(), declare(first, ONE), declare(version, ONE), declare(other, ONE));
        assertThat(naming.name(first)).isEqualTo("x");
        assertThat(naming.name(version)).isEqualTo("x3");
        assertThat(naming.name(other)).isEqualTo("x2");
    }

    @Test
    void siblingScopesShareNames() {
        Variable first = source("step", DOUBLE);
        Variable second = source("step", DOUBLE);
        Variable i = source("i", INT);
        Variable j = source("i", INT);
        Naming naming = naming(
                List.of(),
                explained("forward sweep", loop(i, literal(0), ALWAYS, "+", declare(first, ONE))),
                loop(j, literal(0), ALWAYS, "-", declare(second, ONE)));
        assertThat(List.of(naming.name(first), naming.name(second))).containsExactly("step", "step");
        assertThat(List.of(naming.name(i), naming.name(j))).containsExactly("i", "i");
    }

    @Test
    void aLocalAfterABlockSharesANameWithOneInside() {
        Variable inside = source("x", DOUBLE);
        Variable after = source("x", DOUBLE);
        Naming naming = naming(List.of(), block(declare(inside, ONE)), declare(after, ONE));
        assertThat(List.of(naming.name(inside), naming.name(after))).containsExactly("x", "x");
    }

    @Test
    void aLocalInsideTheScopeOfAnotherMovesAside() {
        Variable outside = source("x", DOUBLE);
        Variable inside = source("x", DOUBLE);
        Naming naming = naming(List.of(), declare(outside, ONE), block(declare(inside, ONE)));
        assertThat(List.of(naming.name(outside), naming.name(inside))).containsExactly("x", "x2");
    }

    @Test
    void keywordsAndUsedClassesAreNoNames() {
        Variable keyword = generated("double", DOUBLE);
        Variable type = source("Math", DOUBLE);
        Naming naming = naming(List.of(), declare(keyword, ONE), declare(type, math("sin", ONE)));
        assertThat(naming.name(keyword)).isEqualTo("double2");
        assertThat(naming.name(type)).isEqualTo("Math2");
    }

    @Test
    void aVariableThatIsNotDeclaredIsADefect() {
        Naming naming = naming(List.of());
        assertThatThrownBy(() -> naming.name(source("ghost", DOUBLE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ghost");
    }
}
