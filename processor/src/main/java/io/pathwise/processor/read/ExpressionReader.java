package io.pathwise.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Cast;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Unary;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.UnaryOperator;
import io.pathwise.processor.read.Named.Ambiguous;
import io.pathwise.processor.read.Named.OfField;
import io.pathwise.processor.read.Named.OfPackage;
import io.pathwise.processor.read.Named.OfVariable;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads expressions, with Java's types. */
final class ExpressionReader {
    private static final Map<Class<?>, Type> LITERAL_TYPES = Map.of(
            Boolean.class, Primitive.BOOLEAN,
            Character.class, Primitive.CHAR,
            Integer.class, Primitive.INT,
            Long.class, Primitive.LONG,
            Double.class, Primitive.DOUBLE,
            String.class, Type.Reference.TEXT);

    private final Source source;
    private final NameReader names;
    private final ConstantReader constants;
    private final CallReader calls;
    private final RecordReader records;
    private final TypeReader types;
    private final SwitchExpressions switches;
    private final AssignmentReader assignments;
    private final ArrayReader arrays;
    private final Visitor visitor = new Visitor();

    ExpressionReader(
            Source source,
            Names variables,
            NameReader names,
            ConstantReader constants,
            CallReader calls,
            RecordReader records,
            TypeReader types,
            SwitchExpressions switches) {
        this.source = source;
        this.names = names;
        this.constants = constants;
        this.calls = calls;
        this.records = records;
        this.types = types;
        this.switches = switches;
        this.assignments = new AssignmentReader(source, variables, this);
        this.arrays = new ArrayReader(source, types, this);
    }

    /** Reads a number, a boolean or an enum constant. */
    Expression read(ExpressionTree tree, LocalScope scope) {
        return number(readAny(tree, scope), tree);
    }

    private Expression number(Expression expression, ExpressionTree tree) {
        return withoutText(withoutArray(expression, tree), tree);
    }

    private Expression withoutText(Expression expression, ExpressionTree tree) {
        return JavaTypes.isText(expression.type()) ? source.refuse(Messages.text(source.position(tree))) : expression;
    }

    /** Reads anything but a whole array. */
    Expression readAtom(ExpressionTree tree, LocalScope scope) {
        return withoutArray(readAny(tree, scope), tree);
    }

    private Expression withoutArray(Expression expression, ExpressionTree tree) {
        return expression.type() instanceof ArrayOf
                ? source.refuse(Messages.arrayValue(source.position(tree), tree.toString()))
                : expression;
    }

    /** Reads a value that is to be converted to a type as an assignment does. */
    Expression read(ExpressionTree tree, Type required, LocalScope scope) {
        Expression value = unconverted(tree, required, scope);
        if (Unknown.is(value) || Unknown.is(required) || Promotion.assigns(value, required)) {
            return value;
        }
        return source.refuse(
                Messages.typeMismatch(value.position(), value.type().javaName(), required.javaName()));
    }

    private Expression unconverted(ExpressionTree tree, Type required, LocalScope scope) {
        if (tree instanceof NewArrayTree elements && ArrayReader.isBareInitializer(tree)) {
            return arrays.read(elements, required, scope);
        } else if (!Unknown.is(required) && inside(tree) instanceof SwitchExpressionTree choice) {
            return switches.read(choice, Optional.of(required), scope);
        }
        return required instanceof ArrayOf || JavaTypes.isText(required) ? readAny(tree, scope) : read(tree, scope);
    }

    /** Reads a call for what it does. */
    Expression readCall(MethodInvocationTree tree, LocalScope scope) {
        Expression call = calls.read(tree, scope, this::readAny);
        if (call.type() == null) {
            return call;
        }
        Expression confirmed = confirmed(call, tree);
        boolean isDropped = confirmed instanceof Draw || confirmed instanceof Invoke;
        return isDropped || isDone(confirmed) ? confirmed : number(confirmed, tree);
    }

    /** Whether what remains of a call is nothing but a name, so that any value will do. */
    private static boolean isDone(Expression call) {
        return call instanceof Local || call instanceof Compound compound && compound.value() instanceof Local;
    }

    /** What is computed when {@code operator} stands between two values. */
    Expression binary(BinaryOperator operator, Expression left, Expression right, Position position) {
        if (Unknown.is(left) || Unknown.is(right)) {
            return Unknown.at(position);
        }
        if (left.type() instanceof Type.Record || right.type() instanceof Type.Record) {
            return source.refuse(Messages.recordOperand(position, operator.symbol()));
        }
        boolean joins = operator == BinaryOperator.ADD && (isText(left) || isText(right));
        Optional<? extends Type> type =
                joins ? Optional.of(Type.Reference.TEXT) : Promotion.binary(operator, left.type(), right.type());
        if (type.isEmpty()) {
            String operands = left.type().javaName() + " and " + right.type().javaName();
            return source.refuse(Messages.operandTypes(position, operator.symbol(), operands));
        }
        return new Binary(operator, left, right, type.get(), position);
    }

    /** Whether variables of the type may be assigned other objects. */
    boolean mayBeReplaced(Type type) {
        return types.isValue(type);
    }

    /** The assignments of statements and expressions. */
    AssignmentReader assignments() {
        return assignments;
    }

    /** The tree in parentheses. */
    static ExpressionTree inside(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? inside(parenthesized.getExpression()) : tree;
    }

    /** Reads a value of any type; the compiler has another opinion on the type of {@code switch} as an argument. */
    Expression readAny(ExpressionTree tree, LocalScope scope) {
        return confirmed(tree.accept(visitor, scope), tree);
    }

    private Expression confirmed(Expression expression, ExpressionTree tree) {
        boolean isTyped = !(tree instanceof ParenthesizedTree) && !(tree instanceof SwitchExpressionTree);
        if (!Unknown.is(expression) && isTyped) {
            source.resolvedTo(
                    source.position(tree), Subject.EXPRESSION, expression.type().javaName());
        }
        return expression;
    }

    /** A value, or an object in a field, of which nothing is computed. */
    private Expression objects(ExpressionTree tree, LocalScope scope) {
        return calls.withObjects(names.read(tree, scope), tree, scope, this::readAny);
    }

    /** Whether the tree is {@code null}. */
    static boolean isNull(ExpressionTree tree) {
        return inside(tree).getKind() == Tree.Kind.NULL_LITERAL;
    }

    private static boolean isText(Expression expression) {
        return JavaTypes.isText(expression.type());
    }

    private final class Visitor extends SimpleTreeVisitor<Expression, LocalScope> {
        @Override
        protected Expression defaultAction(Tree tree, LocalScope scope) {
            return source.refuse(
                    tree.getKind() == Tree.Kind.FLOAT_LITERAL
                            ? Messages.floatType(source.position(tree), source.written(tree))
                            : Refusals.expression(tree, source.position(tree)));
        }

        @Override
        public Expression visitParenthesized(ParenthesizedTree tree, LocalScope scope) {
            return readAny(tree.getExpression(), scope);
        }

        @Override
        public Expression visitLiteral(LiteralTree tree, LocalScope scope) {
            Type type = tree.getValue() == null
                    ? null
                    : LITERAL_TYPES.get(tree.getValue().getClass());
            return type == null
                    ? defaultAction(tree, scope)
                    : new Literal(tree.getValue(), type, source.position(tree));
        }

        @Override
        public Expression visitIdentifier(IdentifierTree tree, LocalScope scope) {
            return named(tree, names.read(tree, scope));
        }

        @Override
        public Expression visitMemberSelect(MemberSelectTree tree, LocalScope scope) {
            Named named = names.read(tree, scope);
            return named instanceof Named.OfValue ? memberOfValue(tree, scope) : named(tree, named);
        }

        @Override
        public Expression visitArrayAccess(ArrayAccessTree tree, LocalScope scope) {
            Position position = source.position(tree);
            Expression array = readAny(tree.getExpression(), scope);
            Expression index = ExpressionReader.this.read(tree.getIndex(), Primitive.INT, scope);
            if (Unknown.is(array) || Unknown.is(index)) {
                return Unknown.at(position);
            }
            if (!(array.type() instanceof ArrayOf)) {
                return source.refuse(
                        Messages.typeMismatch(array.position(), array.type().javaName(), "an array"));
            }
            return new Element(array, index, position);
        }

        @Override
        public Expression visitUnary(UnaryTree tree, LocalScope scope) {
            UnaryOperator operator = Operators.UNARY.get(tree.getKind());
            if (operator == null) {
                return assignments.expression(tree, scope);
            }
            Position position = source.position(tree);
            Expression operand = ExpressionReader.this.read(tree.getExpression(), scope);
            if (Unknown.is(operand)) {
                return Unknown.at(position);
            }
            Optional<Primitive> type = Promotion.unary(operator, operand.type());
            if (type.isEmpty()) {
                return source.refuse(Messages.operandTypes(
                        position, operator.symbol(), operand.type().javaName()));
            }
            return new Unary(operator, operand, type.get(), position);
        }

        /** Chains of operators, such as long sums, are followed without recursion: it would exceed the stack. */
        @Override
        public Expression visitBinary(BinaryTree tree, LocalScope scope) {
            Deque<BinaryTree> chain = new ArrayDeque<>();
            BinaryTree first = tree;
            while (!comparesWithNull(first) && first.getLeftOperand() instanceof BinaryTree left) {
                chain.push(first);
                first = left;
            }
            Expression value = firstOf(first, scope);
            while (!chain.isEmpty()) {
                BinaryTree next = chain.pop();
                value = binary(
                        next, operand(next, confirmed(value, next.getLeftOperand()), next.getLeftOperand()), scope);
            }
            return value;
        }

        private Expression firstOf(BinaryTree tree, LocalScope scope) {
            if (comparesWithNull(tree)) {
                boolean isRight = isNull(tree.getRightOperand());
                return comparedWithNull(tree, isRight ? tree.getLeftOperand() : tree.getRightOperand(), scope);
            }
            return binary(tree, operand(tree, tree.getLeftOperand(), scope), scope);
        }

        private static boolean comparesWithNull(BinaryTree tree) {
            return tree.getKind() != Tree.Kind.PLUS
                    && (isNull(tree.getRightOperand()) || isNull(tree.getLeftOperand()));
        }

        private Expression binary(BinaryTree tree, Expression first, LocalScope scope) {
            Expression left = first;
            Expression right = operand(tree, tree.getRightOperand(), scope);
            if (left.type() instanceof ArrayOf
                    && right.type() instanceof ArrayOf
                    && Operators.isEquality(tree.getKind())) {
                return source.refuse(Messages.comparedArrays(source.position(tree), tree.toString()));
            } else if (tree.getKind() != Tree.Kind.PLUS) {
                left = number(left, tree.getLeftOperand());
                right = number(right, tree.getRightOperand());
            }
            return ExpressionReader.this.binary(
                    Operators.BINARY.get(tree.getKind()), left, right, source.position(tree));
        }

        private Expression comparedWithNull(BinaryTree tree, ExpressionTree object, LocalScope scope) {
            Expression value = objects(object, scope);
            if (Unknown.is(value)) {
                return value;
            }
            BinaryOperator operator = Operators.BINARY.get(tree.getKind());
            boolean asks = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
            String types = value.type().javaName() + " and null";
            return (asks ? NullChecks.compared(operator, value, source.position(tree)) : Optional.<Expression>empty())
                    .orElseGet(() ->
                            source.refuse(Messages.operandTypes(source.position(tree), operator.symbol(), types)));
        }

        private Expression operand(BinaryTree operation, ExpressionTree tree, LocalScope scope) {
            return operation.getKind() == Tree.Kind.PLUS && isNull(tree)
                    ? NullChecks.literal(source.position(tree))
                    : operand(operation, readAny(tree, scope), tree);
        }

        private Expression operand(BinaryTree operation, Expression value, ExpressionTree tree) {
            return operation.getKind() == Tree.Kind.PLUS ? withoutArray(value, tree) : value;
        }

        @Override
        public Expression visitConditionalExpression(ConditionalExpressionTree tree, LocalScope scope) {
            Position position = source.position(tree);
            Expression condition = ExpressionReader.this.read(tree.getCondition(), Primitive.BOOLEAN, scope);
            Expression whenTrue = readAny(tree.getTrueExpression(), scope);
            Expression whenFalse = readAny(tree.getFalseExpression(), scope);
            if (Unknown.is(condition) || Unknown.is(whenTrue) || Unknown.is(whenFalse)) {
                return Unknown.at(position);
            }
            Optional<Type> type = Promotion.common(List.of(whenTrue, whenFalse));
            if (type.isEmpty()) {
                String sides =
                        whenTrue.type().javaName() + " and " + whenFalse.type().javaName();
                return source.refuse(Messages.operandTypes(position, "?:", sides));
            }
            return new Conditional(condition, whenTrue, whenFalse, type.get(), position);
        }

        @Override
        public Expression visitTypeCast(TypeCastTree tree, LocalScope scope) {
            Position position = source.position(tree);
            Optional<Type> type = types.read(tree.getType());
            if (type.isEmpty() || !(type.get() instanceof Primitive target)) {
                return source.refuse(
                        Messages.referenceCast(position, tree.getType().toString()));
            }
            Expression operand = ExpressionReader.this.read(tree.getExpression(), scope);
            if (target == Primitive.FLOAT) {
                return source.refuse(Messages.floatType(position, tree.toString()));
            } else if (Unknown.is(operand)) {
                return Unknown.at(position);
            } else if (!(operand.type() instanceof Primitive)
                    || (target == Primitive.BOOLEAN) != (operand.type() == Primitive.BOOLEAN)) {
                return source.refuse(
                        Messages.typeMismatch(operand.position(), operand.type().javaName(), target.javaName()));
            }
            return new Cast(operand, target, position);
        }

        @Override
        public Expression visitMethodInvocation(MethodInvocationTree tree, LocalScope scope) {
            Expression call = calls.read(tree, scope, ExpressionReader.this::readAny);
            return call.type() == null
                    ? source.refuse(Messages.typeMismatch(call.position(), "void", "a value"))
                    : call;
        }

        @Override
        public Expression visitNewArray(NewArrayTree tree, LocalScope scope) {
            return ArrayReader.isBareInitializer(tree) ? defaultAction(tree, scope) : arrays.read(tree, scope);
        }

        @Override
        public Expression visitNewClass(NewClassTree tree, LocalScope scope) {
            return records.recordOf(tree)
                    .map(record -> records.creation(tree, record, each -> readAny(each, scope)))
                    .orElseGet(() -> defaultAction(tree, scope));
        }

        @Override
        public Expression visitAssignment(AssignmentTree tree, LocalScope scope) {
            return assignments.expression(tree, scope);
        }

        @Override
        public Expression visitCompoundAssignment(CompoundAssignmentTree tree, LocalScope scope) {
            return assignments.expression(tree, scope);
        }

        @Override
        public Expression visitSwitchExpression(SwitchExpressionTree tree, LocalScope scope) {
            return switches.read(tree, Optional.empty(), scope);
        }

        private Expression named(ExpressionTree tree, Named named) {
            Position position = source.position(tree);
            if (NameReader.isThis(tree)) {
                return records.self(position).orElseGet(() -> source.refuse(Messages.thisValue(position)));
            } else if (named instanceof OfVariable local) {
                return Unknown.is(local.variable().type())
                        ? Unknown.at(position)
                        : new Local(local.variable(), position);
            } else if (named instanceof OfField constant) {
                return records.ofSelf(constant.field(), position)
                        .orElseGet(() -> constants.read(constant.field(), position));
            } else if (named instanceof Ambiguous ambiguous) {
                return source.refuse(
                        Messages.ambiguousName(position, tree.toString(), String.join(", ", ambiguous.candidates())));
            }
            String name = named instanceof OfPackage unknown ? unknown.qualifiedName() : tree.toString();
            return source.refuse(Messages.unknownName(position, name));
        }

        private Expression memberOfValue(MemberSelectTree tree, LocalScope scope) {
            Position position = source.position(tree);
            if (NameReader.isSuper(tree.getExpression())) {
                return source.refuse(Messages.memberOfSuperclass(position, tree.toString()));
            } else if (NameReader.isThis(tree.getExpression())) {
                return source.refuse(Messages.fieldOfObject(position, tree.toString()));
            }
            Expression object = objects(tree.getExpression(), scope);
            if (Unknown.is(object)) {
                return Unknown.at(position);
            } else if (object.type() instanceof Type.Record) {
                return records.field(tree, object);
            } else if (object.type() instanceof ArrayOf && tree.getIdentifier().contentEquals("length")) {
                return new Length(FieldReader.unnamed(object), position);
            }
            return calls.fieldOf(object, tree.getIdentifier().toString(), position)
                    .orElseGet(() -> source.refuse(Messages.fieldOfObject(position, tree.toString())));
        }
    }
}
