package io.pathwise.processor.simplify;

import static io.pathwise.processor.program.Terms.binary;
import static io.pathwise.processor.program.Terms.local;
import static io.pathwise.processor.program.Terms.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import org.junit.jupiter.api.Test;

class DerivativeLastTest {
    private final Names names = new Names(0);
    private final Variable xBar = names.create("xBar", Primitive.DOUBLE, Origin.GENERATED);
    private final Expression a = local(names.create("a", Primitive.DOUBLE, Origin.SOURCE));
    private final Expression b = local(names.create("b", Primitive.DOUBLE, Origin.SOURCE));
    private final Expression c = local(names.create("c", Primitive.DOUBLE, Origin.SOURCE));
    private final Expression bar = local(xBar);

    private String text(Expression product) {
        return Printer.print(DerivativeLast.in(product, each -> Expressions.reads(each, xBar)));
    }

    @Test
    void partialIsFormedFirst() {
        assertThat(text(binary(binary(a, "*", bar), "/", b))).isEqualTo("a / b * xBar");
        assertThat(text(binary(binary(binary(a, "*", bar), "/", b), "*", c))).isEqualTo("a * c / b * xBar");
    }

    @Test
    void signAndSelectionStayAround() {
        Expression quotient = binary(binary(a, "*", bar), "/", b);
        assertThat(text(Algebra.negate(quotient))).isEqualTo("-(a / b * xBar)");
        Expression isZero = binary(bar, "==", number(0));
        assertThat(text(Algebra.conditional(isZero, number(0), quotient))).isEqualTo("xBar == 0 ? 0 : a / b * xBar");
    }

    @Test
    void derivativeThatIsOnlyDividedIsDivided() {
        assertThat(text(binary(bar, "/", binary(number(2), "*", a)))).isEqualTo("xBar / (2 * a)");
    }

    @Test
    void productsStayAsTheyAre() {
        assertThat(text(binary(binary(a, "*", bar), "*", b))).isEqualTo("a * xBar * b");
        assertThat(text(binary(binary(a, "*", bar), "/", bar))).isEqualTo("a * xBar / xBar");
    }
}
