package io.pathwise.processor.check;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.analyze.ArrayOperations;
import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Component;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.VectorSampler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The kinds of nodes that can be differentiated. Everything else is refused, a kind that is added later included, until
 * it is listed here.
 */
final class Whitelist {
    /** Kinds that are allowed as they are. */
    static final Set<Class<? extends Expression>> EXPRESSIONS = Set.of(
            Expression.Literal.class,
            Expression.Constant.class,
            Expression.Local.class,
            Expression.Unary.class,
            Expression.Binary.class,
            Expression.Conditional.class,
            Expression.Cast.class,
            Expression.Element.class,
            Expression.Length.class,
            Expression.ArrayValues.class,
            Expression.CompanionCall.class,
            Expression.SourceField.class);

    /** Kinds that are allowed under conditions. */
    static final Set<Class<? extends Expression>> JUDGED_EXPRESSIONS =
            Set.of(Call.class, Draw.class, Method.class, New.class, Evaluated.class, Component.class);

    /** Kinds that occur in generated programs only, or that earlier passes replace. */
    static final Set<Class<? extends Expression>> REFUSED_EXPRESSIONS = Set.of(
            Expression.Compound.class, Expression.Invoke.class, Expression.Field.class, Expression.RecordValue.class);

    /** Kinds of statements that are allowed. */
    static final Set<Class<? extends Statement>> STATEMENTS = Set.of(
            Statement.Declare.class,
            Statement.Evaluate.class,
            Statement.If.class,
            Statement.For.class,
            Statement.While.class,
            Statement.Return.class,
            Statement.Break.class,
            Statement.Assert.class,
            Statement.Throw.class,
            Statement.Block.class,
            Statement.Explained.class);

    /** Kinds of statements that are allowed under conditions. */
    static final Set<Class<? extends Statement>> JUDGED_STATEMENTS = Set.of(Assign.class);

    /** Kinds of statements that earlier passes replace. */
    static final Set<Class<? extends Statement>> REFUSED_STATEMENTS =
            Set.of(Statement.DoWhile.class, Statement.Labeled.class, Statement.Continue.class);

    private static final Set<String> MATHEMATICS = Set.of("java.lang.Math", "java.lang.StrictMath");

    private final Dependence dependence;
    private final Activity varied;
    private String owner = "";
    private final List<Diagnostic> refusals = new ArrayList<>();
    private final Set<Expression> differentiated = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A judge of one program.
     *
     * @param dependence what follows the order of statements
     * @param varied what tells a derivative from a value that only conditions choose
     */
    Whitelist(Dependence dependence, Activity varied) {
        this.dependence = dependence;
        this.varied = varied;
    }

    /** The reasons for which the program cannot be differentiated. */
    List<Diagnostic> check(Program program) {
        owner = program.owner();
        Statements.walk(program.body(), this::judge);
        return List.copyOf(refusals);
    }

    private void judge(Statement statement) {
        boolean isAllowed = STATEMENTS.contains(statement.getClass())
                || statement instanceof Assign assign && isAssignable(assign.target());
        if (!isAllowed) {
            refusals.add(Messages.internalError(statement.position(), Printer.mathematical(statement), "no rule"));
        }
        if (statement instanceof Throw) {
            // what a failing method says has no derivative
            return;
        }
        List<Expression> computed =
                statement instanceof Assert claim ? List.of(claim.condition()) : Statements.expressions(statement);
        computed.forEach(expression -> Expressions.walk(expression, this::judge));
    }

    private static boolean isAssignable(Expression target) {
        return target instanceof Local || target instanceof Element element && isAssignable(element.array());
    }

    private void judge(Expression expression) {
        if (expression instanceof Call call) {
            judgeCall(call);
        } else if (expression instanceof Draw draw) {
            judgeDraw(draw);
        } else if (expression instanceof Method method) {
            judgeMethod(method);
        } else if (expression instanceof Evaluated read) {
            differentiated.add(read.value());
        } else if (expression instanceof Component component) {
            judgeComponent(component);
        } else if (!EXPRESSIONS.contains(expression.getClass()) && !isNewArray(expression)) {
            refusals.add(Messages.internalError(expression.position(), Printer.print(expression), "no rule"));
        }
    }

    /** What carries derivatives in a record that a call has returned is read with them. */
    private void judgeComponent(Component component) {
        if (!differentiated.contains(component) && !isConstant(component)) {
            refusals.add(Messages.internalError(component.position(), Printer.print(component), "no derivative"));
        }
        differentiated.add(component.record());
    }

    private static boolean isConstant(Component component) {
        for (Expression each = component; each instanceof Component read; each = read.record()) {
            Type.Record record = (Type.Record) read.record().type();
            if (record.component(read.name()).orElseThrow().constant()) {
                return true;
            }
        }
        return !component.type().isDifferentiable();
    }

    private static boolean isNewArray(Expression expression) {
        return expression instanceof New creation && creation.type() instanceof Type.ArrayOf;
    }

    /** A function of whole numbers is constant by nature; a function of real ones needs a rule if they are active. */
    private void judgeCall(Call call) {
        boolean isReal = call.arguments().stream().anyMatch(this::isActive);
        boolean hasRule = ArrayOperations.isTransfer(call)
                || ArrayOperations.isNewArray(call)
                || VectorSampler.isCheck(call.function())
                || Rules.function(call.function()).isPresent();
        String method = call.function().owner() + "." + call.function().name();
        if (isReal && !hasRule && call.function().owner().equals("java.util.Arrays")) {
            refusals.add(Messages.arraysCall(call.position(), Printer.print(call), method));
        } else if (isReal && !hasRule && !MATHEMATICS.contains(call.function().owner())) {
            refusals.add(Messages.unannotatedCall(
                    call.position(),
                    Printer.print(call),
                    method,
                    call.function().owner().equals(owner)));
        } else if (isReal && !hasRule) {
            refusals.add(Messages.noRule(
                    call.position(), Printer.print(call), call.function().signature()));
        }
    }

    private void judgeMethod(Method method) {
        boolean isCopy = ArrayOperations.original(method).isPresent();
        if (!isCopy && isActive(method.receiver())
                || method.arguments().stream().anyMatch(this::isActive)) {
            String name = method.receiver().type().javaName() + "." + method.name();
            refusals.add(Messages.unannotatedCall(method.position(), Printer.print(method), name, true));
        }
    }

    private void judgeDraw(Draw draw) {
        if (Rules.sampler(draw.sampler()).isEmpty()) {
            refusals.add(Messages.noRule(
                    draw.position(), Printer.print(draw), draw.sampler().signature()));
        }
    }

    /** Text may show a number. */
    private boolean isActive(Expression expression) {
        Type type = expression.type();
        boolean isDependent = dependence.of(expression).active();
        return type.isDifferentiable()
                ? isDependent && varied.isActive(expression)
                : isDependent && (type == Primitive.FLOAT || isText(type));
    }

    private static boolean isText(Type type) {
        return type.equals(Type.Reference.TEXT) || type instanceof Type.ArrayOf array && isText(array.element());
    }
}
