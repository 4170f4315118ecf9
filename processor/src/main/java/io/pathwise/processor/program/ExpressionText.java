package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;

/** Expressions as Java text with no more parentheses than Java needs to read the same tree. */
public final class ExpressionText {
    private static final int CONDITIONAL = 2;
    private static final int UNARY = 13;
    private static final int ARRAY_CREATION = 14;
    private static final int PRIMARY = 15;

    private final Spelling spelling;

    /** Prints in the given spelling. */
    public ExpressionText(Spelling spelling) {
        this.spelling = spelling;
    }

    /** The expression's text. */
    public Doc of(Expression written) {
        Expression expression = visible(written);
        if (expression instanceof Literal literal) {
            return LiteralText.of(literal.value());
        } else if (expression instanceof Constant constant) {
            return member(constant.owner(), constant.name());
        } else if (expression instanceof Local local) {
            return Doc.text(spelling.names().apply(local.variable()));
        } else if (expression instanceof Unary unary) {
            return unary(unary);
        } else if (expression instanceof Binary binary) {
            return binary(binary);
        } else if (expression instanceof Conditional conditional) {
            return conditional(conditional);
        } else if (expression instanceof Cast cast) {
            return cast(cast);
        } else if (expression instanceof Call call) {
            return call(call.function(), call.arguments());
        } else if (expression instanceof Draw draw) {
            return draw(draw);
        } else if (expression instanceof Invoke invoke) {
            return call(invoke.method(), invoke.arguments());
        } else if (expression instanceof CompanionCall call) {
            return companionCall(call);
        } else if (expression instanceof Evaluated call) {
            return spelling.mathematical() ? call(call.function(), call.arguments()) : of(call.value());
        } else if (expression instanceof Element element) {
            return Doc.group(operand(element.array(), PRIMARY), Doc.text("["), of(element.index()), Doc.text("]"));
        } else if (expression instanceof Length length) {
            return Doc.group(operand(length.array(), PRIMARY), Doc.text(".length"));
        } else if (expression instanceof Field field) {
            return Doc.group(operand(field.object(), PRIMARY), Doc.text("." + field.name()));
        } else if (expression instanceof Method method) {
            Doc receiver = operand(method.receiver(), PRIMARY);
            return list(Doc.group(receiver, Doc.text("." + method.name() + "(")), method.arguments());
        } else if (expression instanceof ArrayValues array) {
            return Doc.list(
                    Doc.group(Doc.text("new "), type(array.type()), Doc.text(" {")),
                    array.values().stream().map(this::of).toList(),
                    "}");
        } else if (expression instanceof SourceField field) {
            return field.object()
                    .map(object -> Doc.group(operand(object, PRIMARY), Doc.text("." + field.name())))
                    .orElseGet(() -> member(field.owner(), field.name()));
        } else if (expression instanceof RecordValue created) {
            return list(Doc.group(Doc.text("new "), type(created.type()), Doc.text("(")), created.components());
        } else if (expression instanceof Component component) {
            return Doc.group(operand(component.record(), PRIMARY), Doc.text("." + component.name() + "()"));
        }
        return creation((New) expression);
    }

    /** The variable's name. */
    public String name(Variable variable) {
        return spelling.names().apply(variable);
    }

    /** Whether the text is mathematical. */
    boolean isMathematical() {
        return spelling.mathematical();
    }

    /** The type's text. */
    public static Doc type(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return Doc.group(type(array.element()), Doc.text("[]"));
        } else if (type instanceof Type.Reference reference) {
            return new Doc.ClassName(reference.qualifiedName());
        } else if (type instanceof Type.Record record) {
            return nested(record.qualifiedName());
        }
        return Doc.text(type.javaName());
    }

    /** A class inside others is written with their names; packages begin in lower case. */
    private static Doc nested(String qualifiedName) {
        int outermost = 0;
        while (Character.isLowerCase(qualifiedName.codePointAt(outermost))
                && qualifiedName.indexOf('.', outermost) > 0) {
            outermost = qualifiedName.indexOf('.', outermost) + 1;
        }
        int end = qualifiedName.indexOf('.', outermost);
        return end < 0
                ? new Doc.ClassName(qualifiedName)
                : Doc.group(new Doc.ClassName(qualifiedName.substring(0, end)), Doc.text(qualifiedName.substring(end)));
    }

    private Doc unary(Unary unary) {
        Doc operator = Doc.text(unary.operator().symbol());
        boolean merges = startsWith(unary.operator(), visible(unary.operand()));
        return Doc.group(operator, merges ? parenthesized(unary.operand()) : operand(unary.operand(), UNARY));
    }

    /** Two signs in a row would be read as one operator. */
    private static boolean startsWith(UnaryOperator sign, Expression operand) {
        if (operand instanceof Unary inner) {
            return inner.operator() == sign && (sign == UnaryOperator.NEGATE || sign == UnaryOperator.PLUS);
        }
        return sign == UnaryOperator.NEGATE && isSigned(operand);
    }

    private Doc binary(Binary binary) {
        int precedence = binary.operator().precedence();
        List<Doc> parts = new ArrayList<>();
        addChain(binary, precedence, parts);
        return new Doc.Group(parts);
    }

    /** Operators of one precedence are broken as one chain; Java reads it from the left. */
    private void addChain(Expression written, int precedence, List<Doc> parts) {
        Expression expression = visible(written);
        if (expression instanceof Binary binary && binary.operator().precedence() == precedence) {
            addChain(binary.left(), precedence, parts);
            parts.add(new Doc.Break(" "));
            parts.add(Doc.text(binary.operator().symbol() + " "));
            parts.add(operand(binary.right(), precedence + 1));
        } else {
            parts.add(operand(expression, precedence));
        }
    }

    private Doc conditional(Conditional conditional) {
        return Doc.group(
                operand(conditional.condition(), CONDITIONAL + 1),
                new Doc.Break(" "),
                Doc.text("? "),
                of(conditional.whenTrue()),
                new Doc.Break(" "),
                Doc.text(": "),
                of(conditional.whenFalse()));
    }

    private Doc cast(Cast cast) {
        boolean signed = cast.operand() instanceof Unary || isSigned(cast.operand());
        boolean ambiguous = signed && !(cast.type() instanceof Primitive);
        Doc operand = ambiguous ? parenthesized(cast.operand()) : operand(cast.operand(), UNARY);
        return Doc.group(Doc.text("("), type(cast.type()), Doc.text(") "), operand);
    }

    private Doc draw(Draw draw) {
        List<Expression> arguments = new ArrayList<>(draw.arguments());
        if (!spelling.mathematical()) {
            draw.noise().ifPresent(arguments::add);
        }
        return call(draw.sampler(), arguments);
    }

    private Doc companionCall(CompanionCall call) {
        List<Expression> arguments = new ArrayList<>(
                RecordArguments.assemble(call.callee().function().parameters(), call.arguments()));
        if (!spelling.mathematical()) {
            arguments.addAll(call.noise());
        }
        return call(call.callee().function(), arguments);
    }

    private Doc call(Function function, List<Expression> arguments) {
        return list(Doc.group(member(function.owner(), function.name()), Doc.text("(")), arguments);
    }

    private Doc creation(New creation) {
        if (creation.type() instanceof Type.ArrayOf array) {
            return arrayCreation(array, creation.arguments());
        }
        return list(Doc.group(Doc.text("new "), type(creation.type()), Doc.text("(")), creation.arguments());
    }

    private Doc arrayCreation(Type.ArrayOf array, List<Expression> lengths) {
        Type element = array;
        List<Doc> dimensions = new ArrayList<>();
        for (int i = 0; element instanceof Type.ArrayOf next; i++) {
            Doc length = i < lengths.size() ? of(lengths.get(i)) : Doc.text("");
            dimensions.add(Doc.group(Doc.text("["), length, Doc.text("]")));
            element = next.element();
        }
        return Doc.group(Doc.text("new "), type(element), new Doc.Group(dimensions));
    }

    private Doc list(Doc opening, List<Expression> arguments) {
        return Doc.list(opening, arguments.stream().map(this::of).toList(), ")");
    }

    private Doc member(String owner, String name) {
        return spelling.implied().test(owner)
                ? Doc.text(name)
                : Doc.group(new Doc.ClassName(owner), Doc.text("." + name));
    }

    private Doc operand(Expression expression, int minimum) {
        return precedence(visible(expression)) < minimum ? parenthesized(expression) : of(expression);
    }

    private Doc parenthesized(Expression expression) {
        return Doc.group(Doc.text("("), of(expression), Doc.text(")"));
    }

    /** In formulas numbers are numbers: a cast that changes no value is not written. */
    private Expression visible(Expression expression) {
        if (spelling.mathematical() && expression instanceof Cast cast && isWidening(cast)) {
            return visible(cast.operand());
        }
        return expression;
    }

    private static boolean isWidening(Cast cast) {
        return cast.operand().type() instanceof Primitive from
                && cast.type() instanceof Primitive to
                && from.compareTo(to) <= 0;
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Conditional) {
            return CONDITIONAL;
        } else if (expression instanceof Binary binary) {
            return binary.operator().precedence();
        } else if (expression instanceof Unary || expression instanceof Cast || isSigned(expression)) {
            return UNARY;
        }
        boolean isArray = expression instanceof ArrayValues
                || expression instanceof New creation && creation.type() instanceof Type.ArrayOf;
        return isArray ? ARRAY_CREATION : PRIMARY;
    }

    private static boolean isSigned(Expression expression) {
        return expression instanceof Literal literal && LiteralText.isSigned(literal.value());
    }
}
