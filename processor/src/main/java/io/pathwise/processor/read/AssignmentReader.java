package io.pathwise.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Type.Reference;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads assignments, as statements and inside expressions; compound ones become {@code x = (type) (x operator value)}.
 */
final class AssignmentReader {
    private static final Set<Kind> POSTFIX = Set.of(Kind.POSTFIX_INCREMENT, Kind.POSTFIX_DECREMENT);

    private final Source source;
    private final Names variables;
    private final ExpressionReader expressions;

    AssignmentReader(Source source, Names variables, ExpressionReader expressions) {
        this.source = source;
        this.variables = variables;
        this.expressions = expressions;
    }

    /** Whether the tree assigns to something. */
    static boolean isAssignment(ExpressionTree tree) {
        return tree instanceof AssignmentTree
                || tree instanceof CompoundAssignmentTree
                || Operators.STEP.containsKey(tree.getKind());
    }

    /** The assignment as a statement; absent where it is refused. */
    Optional<Assign> statement(ExpressionTree tree, Position position, LocalScope scope) {
        if (tree instanceof AssignmentTree assignment) {
            return simple(assignment, position, scope);
        } else if (tree instanceof CompoundAssignmentTree compound) {
            return compound(compound, position, scope);
        }
        return step((UnaryTree) tree, position, scope);
    }

    /** The assignment with the value that it has: the new one, or the old one of {@code x++}. */
    Expression expression(ExpressionTree tree, LocalScope scope) {
        Position position = source.position(tree);
        Optional<Assign> assign = statement(tree, position, scope);
        if (assign.isEmpty() || Unknown.is(assign.get().value())) {
            return Unknown.at(position);
        }
        return POSTFIX.contains(tree.getKind()) ? withOldValue(assign.get()) : withNewValue(assign.get());
    }

    private Expression withOldValue(Assign assign) {
        Position position = assign.position();
        Expression target = assign.target();
        Expression previous = firstOperand(assign.value());
        Variable old = variables.create("old", target.type(), Variable.Origin.GENERATED);
        Declare declare = new Declare(old, previous, position);
        Local value = new Local(old, position);
        if (target instanceof Local) {
            return new Compound(List.of(declare, assign), value, position);
        }
        Expression next = withFirstOperand(assign.value(), value);
        Assign whole = new Assign(target, new Compound(List.of(declare), next, position), position);
        return new Compound(List.of(whole), value, position);
    }

    /** What is stored in an element keeps a name, in case the element changes before the value is used. */
    private Expression withNewValue(Assign assign) {
        Position position = assign.position();
        Expression target = assign.target();
        if (target instanceof Local local) {
            return new Compound(List.of(assign), new Local(local.variable(), position), position);
        } else if (assign.value() instanceof Literal constant) {
            Expression value = converted(constant, target.type());
            return new Compound(List.of(new Assign(target, value, position)), value, position);
        }
        Variable stored = variables.create("stored", target.type(), Variable.Origin.GENERATED);
        Local value = new Local(stored, position);
        Compound named = new Compound(List.of(new Declare(stored, assign.value(), position)), value, position);
        return new Compound(List.of(new Assign(target, named, position)), value, position);
    }

    private static Expression converted(Literal constant, Type type) {
        if (type == Primitive.DOUBLE && constant.value() instanceof Integer whole) {
            return new Literal(whole.doubleValue(), type, constant.position());
        }
        return constant.type().equals(type) ? constant : new Cast(constant, type, constant.position());
    }

    /** The old value in {@code old + 1}, which may be converted back. */
    private static Expression firstOperand(Expression stepped) {
        return stepped instanceof Cast cast ? firstOperand(cast.operand()) : ((Binary) stepped).left();
    }

    private static Expression withFirstOperand(Expression stepped, Expression operand) {
        if (stepped instanceof Cast cast) {
            return new Cast(withFirstOperand(cast.operand(), operand), cast.type(), cast.position());
        }
        Binary sum = (Binary) stepped;
        return new Binary(sum.operator(), operand, sum.right(), sum.type(), sum.position());
    }

    private Optional<Assign> simple(AssignmentTree tree, Position position, LocalScope scope) {
        Optional<Expression> target = target(tree.getVariable(), scope);
        if (target.isEmpty()) {
            expressions.read(tree.getExpression(), Unknown.TYPE, scope);
            return Optional.empty();
        }
        Expression value = expressions.read(tree.getExpression(), target.get().type(), scope);
        return Optional.of(new Assign(target.get(), value, position));
    }

    private Optional<Assign> compound(CompoundAssignmentTree tree, Position position, LocalScope scope) {
        Optional<Expression> target = number(tree.getVariable(), scope);
        boolean joins = target.filter(each -> JavaTypes.isText(each.type())).isPresent();
        Expression operand = joins
                ? expressions.readAtom(tree.getExpression(), scope)
                : expressions.read(tree.getExpression(), scope);
        return target.map(each -> compound(each, Operators.COMPOUND.get(tree.getKind()), operand, position));
    }

    private Optional<Assign> step(UnaryTree tree, Position position, LocalScope scope) {
        BinaryOperator operator = Operators.STEP.get(tree.getKind());
        Expression one = new Literal(1, Primitive.INT, position);
        return number(tree.getExpression(), scope).map(each -> compound(each, operator, one, position));
    }

    /** A target whose old value is an operand of the new one; a whole array is none. */
    private Optional<Expression> number(ExpressionTree tree, LocalScope scope) {
        Optional<Expression> target = target(tree, scope);
        boolean isArray = target.filter(each -> each.type() instanceof ArrayOf).isPresent();
        if (isArray) {
            source.report(Messages.arrayValue(source.position(tree), tree.toString()));
            return Optional.empty();
        }
        return target;
    }

    private Assign compound(Expression target, BinaryOperator operator, Expression operand, Position position) {
        Expression once = target instanceof Element element ? locatedOnce(element) : target;
        Expression old = once instanceof Element element ? again(element) : once;
        Expression value = expressions.binary(operator, old, operand, position);
        boolean narrows = !Unknown.is(value) && !Promotion.widens(value.type(), target.type());
        return new Assign(once, narrows ? new Cast(value, target.type(), position) : value, position);
    }

    /** The element of an array and an index that can be evaluated again: side effects happen once. */
    private Element locatedOnce(Element element) {
        Set<Variable> assigned = Mentions.in(element.index()).assigned();
        boolean isReplaced = Expressions.variables(element.array()).stream().anyMatch(assigned::contains);
        Expression array =
                isReplaced || doesMore(element.array()) ? named(element.array(), "elements") : element.array();
        Expression index = doesMore(element.index()) ? named(element.index(), "index") : element.index();
        return new Element(array, index, element.position());
    }

    private Expression named(Expression operand, String name) {
        Position position = operand.position();
        Variable once = variables.create(name, operand.type(), Variable.Origin.GENERATED);
        return new Compound(List.of(new Declare(once, operand, position)), new Local(once, position), position);
    }

    private static boolean doesMore(Expression expression) {
        return Expressions.any(
                expression, each -> each instanceof Compound || each instanceof Draw || each instanceof Invoke);
    }

    private static Element again(Element element) {
        return new Element(valueOf(element.array()), valueOf(element.index()), element.position());
    }

    private static Expression valueOf(Expression operand) {
        return operand instanceof Compound compound ? compound.value() : operand;
    }

    /** What is assigned to; where that is refused, a message says why. */
    private Optional<Expression> target(ExpressionTree tree, LocalScope scope) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return target(parenthesized.getExpression(), scope);
        } else if (tree instanceof ArrayAccessTree) {
            return Optional.of(expressions.readAny(tree, scope)).filter(each -> !Unknown.is(each));
        }
        return variable(tree, scope);
    }

    private Optional<Expression> variable(ExpressionTree tree, LocalScope scope) {
        Position position = source.position(tree);
        Optional<Variable> variable =
                tree instanceof IdentifierTree name ? scope.find(name.getName().toString()) : Optional.empty();
        if (variable.isEmpty()) {
            source.report(Messages.assignsForeign(position, tree.toString()));
            return Optional.empty();
        } else if (Unknown.is(variable.get().type())) {
            return Optional.empty();
        } else if (variable.get().type() instanceof Reference type && !expressions.mayBeReplaced(type)) {
            source.report(Messages.assignsObject(position, variable.get().name(), type.qualifiedName()));
            return Optional.empty();
        }
        return Optional.of(new Local(variable.get(), position));
    }
}
