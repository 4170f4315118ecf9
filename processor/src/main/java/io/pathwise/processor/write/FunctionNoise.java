package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.ExpressionText;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Layout;
import io.pathwise.processor.program.Spelling;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.List;
import java.util.Optional;

/** How a function class counts the noise of one path. */
record FunctionNoise(CompanionMethod method, FunctionFields fields) {
    private static final Doc NOISE_COUNT = new Doc.ClassName(ClassNames.runtime("NoiseCount"));

    /** The {@code NoiseCount}, as an expression of the function's fields. */
    Doc count() {
        return counts().map(counts -> Doc.list(Code.join(NOISE_COUNT, ".of("), counts, ")"))
                .orElse(Code.join(NOISE_COUNT, ".dataDependent()"));
    }

    /** A reverse sweep may need noise of its own beyond the value's. */
    private Optional<List<Doc>> counts() {
        if (!method.noise().arrays()) {
            return Optional.of(List.of(scalars(true), scalars(false)));
        }
        Optional<Doc> normals = method.noise().normals().map(this::bound);
        Optional<Doc> uniforms =
                uniforms().map(each -> method.alternative().isPresent() ? Code.join(each, " + 1") : each);
        return normals.isPresent() && uniforms.isPresent()
                ? Optional.of(List.of(normals.get(), uniforms.get()))
                : Optional.empty();
    }

    /** How many uniforms the draws of one path read; absent if only the path itself shows it. */
    Optional<Doc> uniforms() {
        return method.noise()
                .uniforms()
                .map(each -> method.alternative().isPresent() ? WholeNumbers.atLeastZero(each) : each)
                .map(this::bound);
    }

    private Doc scalars(boolean normal) {
        return Doc.text(Integer.toString(NoiseArguments.scalars(method.reverse(), normal)));
    }

    /** A count that was written with the method's parameters. */
    private Doc bound(Expression count) {
        Spelling spelling = new Spelling(this::read, owner -> false, false);
        Doc text = new ExpressionText(spelling).of(withStoredLengths(count));
        return count.type() == Type.Primitive.LONG
                ? Code.join(new Doc.ClassName("java.lang.Math"), ".toIntExact(", text, ")")
                : text;
    }

    private String read(Variable variable) {
        if (fields.actives().contains(variable)) {
            return "parameters["
                    + Layout.unbroken(fields.offsets().of(variable)).text() + "]";
        }
        boolean isConstant = method.source().parameters().stream()
                .anyMatch(each -> !each.isActive() && each.variable().equals(variable));
        return FunctionFields.read(isConstant ? fields.field(variable).name() : variable.name());
    }

    private Expression withStoredLengths(Expression expression) {
        if (expression instanceof Length length
                && length.array() instanceof Local local
                && fields.arrays().contains(local.variable())) {
            return new Local(fields.lengths(local.variable()).get(0), expression.position());
        } else if (expression instanceof Length length
                && length.array() instanceof Element row
                && row.array() instanceof Local local
                && fields.arrays().contains(local.variable())) {
            return new Local(fields.lengths(local.variable()).get(1), expression.position());
        }
        return Expressions.mapChildren(expression, this::withStoredLengths);
    }
}
