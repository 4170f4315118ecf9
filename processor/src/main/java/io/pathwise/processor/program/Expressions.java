package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Compound;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Walks over expressions. */
public final class Expressions {
    private Expressions() {}

    /** The direct subexpressions, in Java's order of evaluation. */
    public static List<Expression> children(Expression expression) {
        if (expression instanceof Unary unary) {
            return List.of(unary.operand());
        } else if (expression instanceof Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (expression instanceof Conditional conditional) {
            return List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
        } else if (expression instanceof Cast cast) {
            return List.of(cast.operand());
        } else if (expression instanceof Call call) {
            return call.arguments();
        } else if (expression instanceof Draw draw) {
            return Stream.concat(draw.arguments().stream(), draw.noise().stream())
                    .toList();
        } else if (expression instanceof Invoke invoke) {
            return invoke.arguments();
        } else if (expression instanceof CompanionCall call) {
            return concat(call.arguments(), call.noise());
        } else if (expression instanceof Evaluated call) {
            return concat(List.of(call.value()), concat(call.arguments(), call.partials()));
        } else if (expression instanceof Compound compound) {
            return List.of(compound.value());
        } else if (expression instanceof Element element) {
            return List.of(element.array(), element.index());
        } else if (expression instanceof Length length) {
            return List.of(length.array());
        } else if (expression instanceof SourceField field) {
            return field.object().stream().toList();
        } else if (expression instanceof Field field) {
            return List.of(field.object());
        } else if (expression instanceof Method method) {
            return Stream.concat(Stream.of(method.receiver()), method.arguments().stream())
                    .toList();
        } else if (expression instanceof New creation) {
            return creation.arguments();
        } else if (expression instanceof ArrayValues array) {
            return array.values();
        } else if (expression instanceof RecordValue created) {
            return created.components();
        } else if (expression instanceof Component component) {
            return List.of(component.record());
        }
        return List.of();
    }

    private static List<Expression> concat(List<Expression> first, List<Expression> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The expression with each direct subexpression replaced. */
    public static Expression mapChildren(Expression expression, UnaryOperator<Expression> map) {
        if (expression instanceof Literal || expression instanceof Constant || expression instanceof Local) {
            return expression;
        } else if (expression instanceof SourceField field) {
            Optional<Expression> object = field.object().map(map);
            return new SourceField(object, field.owner(), field.name(), field.type(), field.hidden(), field.position());
        } else if (expression instanceof Unary unary) {
            return new Unary(unary.operator(), map.apply(unary.operand()), unary.type(), unary.position());
        } else if (expression instanceof Binary binary) {
            return new Binary(
                    binary.operator(),
                    map.apply(binary.left()),
                    map.apply(binary.right()),
                    binary.type(),
                    binary.position());
        } else if (expression instanceof Conditional conditional) {
            return new Conditional(
                    map.apply(conditional.condition()),
                    map.apply(conditional.whenTrue()),
                    map.apply(conditional.whenFalse()),
                    conditional.type(),
                    conditional.position());
        } else if (expression instanceof Cast cast) {
            return new Cast(map.apply(cast.operand()), cast.type(), cast.position());
        } else if (expression instanceof Call call) {
            return new Call(call.function(), mapAll(call.arguments(), map), call.position());
        } else if (expression instanceof Draw draw) {
            Optional<Expression> noise = draw.noise().map(map);
            List<Expression> arguments = mapAll(draw.arguments(), map);
            return new Draw(draw.sampler(), arguments, noise, draw.strategy(), draw.position());
        } else if (expression instanceof Invoke invoke) {
            return new Invoke(invoke.method(), mapAll(invoke.arguments(), map), invoke.position());
        } else if (expression instanceof CompanionCall call) {
            List<Expression> arguments = mapAll(call.arguments(), map);
            return new CompanionCall(call.callee(), arguments, mapAll(call.noise(), map), call.position());
        } else if (expression instanceof Evaluated call) {
            Expression value = map.apply(call.value());
            List<Expression> arguments = mapAll(call.arguments(), map);
            List<Expression> partials = mapAll(call.partials(), map);
            return new Evaluated(call.function(), value, arguments, partials, call.regular(), call.position());
        } else if (expression instanceof Compound compound) {
            return new Compound(compound.statements(), map.apply(compound.value()), compound.position());
        } else if (expression instanceof Element element) {
            return new Element(map.apply(element.array()), map.apply(element.index()), element.position());
        } else if (expression instanceof Length length) {
            return new Length(map.apply(length.array()), length.position());
        } else if (expression instanceof Field field) {
            return new Field(map.apply(field.object()), field.name(), field.type(), field.position());
        } else if (expression instanceof Method method) {
            return new Method(
                    map.apply(method.receiver()),
                    method.name(),
                    mapAll(method.arguments(), map),
                    method.type(),
                    method.position());
        } else if (expression instanceof ArrayValues array) {
            return new ArrayValues(array.type(), mapAll(array.values(), map), array.position());
        } else if (expression instanceof RecordValue created) {
            return new RecordValue(created.type(), mapAll(created.components(), map), created.position());
        } else if (expression instanceof Component component) {
            return new Component(map.apply(component.record()), component.name(), component.position());
        }
        New creation = (New) expression;
        return new New(creation.type(), mapAll(creation.arguments(), map), creation.position());
    }

    /** Each expression of a list replaced. */
    public static List<Expression> mapAll(List<Expression> expressions, UnaryOperator<Expression> map) {
        return expressions.stream().map(map).toList();
    }

    /** Visits the expression and all below it, parents first. */
    public static void walk(Expression expression, Consumer<Expression> visitor) {
        any(expression, each -> {
            visitor.accept(each);
            return false;
        });
    }

    /** Whether the expression or one below it satisfies the predicate, which is asked of parents first. */
    public static boolean any(Expression expression, Predicate<Expression> predicate) {
        // no recursion: a sum of a thousand terms would exceed the stack
        Deque<Expression> open = new ArrayDeque<>(List.of(expression));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            if (predicate.test(next)) {
                return true;
            }
            List<Expression> children = children(next);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return false;
    }

    /** The variables that the expression reads, in order of first reading. */
    public static Set<Variable> variables(Expression expression) {
        Set<Variable> variables = new LinkedHashSet<>();
        walk(expression, each -> {
            if (each instanceof Local local) {
                variables.add(local.variable());
            }
        });
        return variables;
    }

    /** Whether the expression reads the variable. */
    public static boolean reads(Expression expression, Variable variable) {
        return any(
                expression,
                each -> each instanceof Local local && local.variable().equals(variable));
    }

    /** The expression with variables replaced by what the map makes of them. */
    public static Expression substitute(
            Expression expression, java.util.function.Function<Variable, Expression> replacement) {
        if (expression instanceof Local local) {
            Expression replaced = replacement.apply(local.variable());
            return replaced == null ? local : replaced;
        }
        return mapChildren(expression, child -> substitute(child, replacement));
    }

    /** Whether two expressions are the same, wherever they were read. */
    public static boolean same(Expression left, Expression right) {
        if (left == right) {
            return true;
        } else if (left instanceof Local one && right instanceof Local other) {
            return one.variable().equals(other.variable());
        }
        return left.getClass() == right.getClass()
                && haveSameShape(left, right)
                && withoutPositions(left).equals(withoutPositions(right));
    }

    /** A quick look at what most often differs. */
    private static boolean haveSameShape(Expression left, Expression right) {
        if (left instanceof Binary one && right instanceof Binary other) {
            return one.operator() == other.operator()
                    && one.left().getClass() == other.left().getClass()
                    && one.right().getClass() == other.right().getClass()
                    && same(one.left(), other.left())
                    && same(one.right(), other.right());
        } else if (left instanceof Call one && right instanceof Call other) {
            return one.function().name().equals(other.function().name());
        }
        return true;
    }

    /** The expression with all positions forgotten, to compare and to look up by structure. */
    public static Expression withoutPositions(Expression expression) {
        Expression bare = mapChildren(expression, Expressions::withoutPositions);
        Position none = Position.NONE;
        if (bare instanceof Literal e) {
            return new Literal(e.value(), e.type(), none);
        } else if (bare instanceof Constant e) {
            return new Constant(e.owner(), e.name(), e.value(), e.type(), none);
        } else if (bare instanceof Local e) {
            return new Local(e.variable(), none);
        } else if (bare instanceof Unary e) {
            return new Unary(e.operator(), e.operand(), e.type(), none);
        } else if (bare instanceof Binary e) {
            return new Binary(e.operator(), e.left(), e.right(), e.type(), none);
        } else if (bare instanceof Conditional e) {
            return new Conditional(e.condition(), e.whenTrue(), e.whenFalse(), e.type(), none);
        } else if (bare instanceof Cast e) {
            return new Cast(e.operand(), e.type(), none);
        } else if (bare instanceof Call e) {
            return new Call(e.function(), e.arguments(), none);
        } else if (bare instanceof Draw e) {
            return new Draw(e.sampler(), e.arguments(), e.noise(), e.strategy(), none);
        } else if (bare instanceof Invoke e) {
            return new Invoke(e.method(), e.arguments(), none);
        } else if (bare instanceof CompanionCall e) {
            return new CompanionCall(e.callee(), e.arguments(), e.noise(), none);
        } else if (bare instanceof Evaluated e) {
            return new Evaluated(e.function(), e.value(), e.arguments(), e.partials(), e.regular(), none);
        } else if (bare instanceof Compound e) {
            return new Compound(e.statements(), e.value(), none);
        } else if (bare instanceof Element e) {
            return new Element(e.array(), e.index(), none);
        } else if (bare instanceof Length e) {
            return new Length(e.array(), none);
        } else if (bare instanceof Field e) {
            return new Field(e.object(), e.name(), e.type(), none);
        } else if (bare instanceof Method e) {
            return new Method(e.receiver(), e.name(), e.arguments(), e.type(), none);
        } else if (bare instanceof ArrayValues e) {
            return new ArrayValues(e.type(), e.values(), none);
        } else if (bare instanceof SourceField e) {
            return new SourceField(e.object(), e.owner(), e.name(), e.type(), e.hidden(), none);
        } else if (bare instanceof RecordValue e) {
            return new RecordValue(e.type(), e.components(), none);
        } else if (bare instanceof Component e) {
            return new Component(e.record(), e.name(), none);
        }
        New e = (New) bare;
        return new New(e.type(), e.arguments(), none);
    }
}
