package io.pathwise.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.YieldTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Constant;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Type.Reference;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.read.CaseChain.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code switch}, with or without a value, as a chain of {@code if} and {@code else}. */
final class SwitchReader implements SwitchExpressions {
    private static final String LABEL = "cases";
    private static final Set<Type> SELECTORS =
            Set.of(Primitive.INT, Primitive.CHAR, Primitive.SHORT, Primitive.BYTE, Type.Reference.TEXT);

    private final Source source;
    private final Names variables;
    private final Labels labels;
    private final ClassNames names;
    private final ConstantReader constants;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    SwitchReader(
            Source source,
            Names variables,
            Labels labels,
            ClassNames names,
            ConstantReader constants,
            ExpressionReader expressions,
            StatementReader statements) {
        this.source = source;
        this.variables = variables;
        this.labels = labels;
        this.names = names;
        this.constants = constants;
        this.expressions = expressions;
        this.statements = statements;
    }

    List<Statement> read(SwitchTree tree, LocalScope scope) {
        String label = labels.create(LABEL);
        List<Statement> read = new ArrayList<>();
        Expression selector = selector(tree.getExpression(), scope, read);
        CaseChain chain = new CaseChain(variables, label);
        LocalScope inner = scope.nested(scope.jumps().inSwitch(label));
        List<Case> cases = new ArrayList<>();
        for (CaseTree each : tree.getCases()) {
            Optional<Expression> condition = condition(each, selector, scope);
            cases.add(new Case(condition, body(each, label, inner), source.position(each)));
        }
        read.addAll(chain.of(cases, List.of()));
        return read;
    }

    private List<Statement> body(CaseTree tree, String label, LocalScope scope) {
        if (!(tree.getBody() instanceof StatementTree rule)) {
            return statements.sequence(tree.getStatements(), scope);
        }
        List<Statement> body = new ArrayList<>(statements.block(rule, scope).statements());
        if (Completion.completes(body)) {
            body.add(new Break(Optional.of(label), source.position(rule)));
        }
        return body;
    }

    @Override
    public Expression read(SwitchExpressionTree tree, Optional<Type> required, LocalScope scope) {
        Position position = source.position(tree);
        List<Statement> read = new ArrayList<>();
        Expression selector = selector(tree.getExpression(), scope, read);
        Variable result = variables.create("result", Unknown.TYPE, Origin.GENERATED);
        YieldTarget target = new YieldTarget(result, required, labels.create(LABEL));
        CaseChain chain = new CaseChain(variables, target.label());
        LocalScope inner = scope.nested(scope.jumps().inSwitch(target));
        List<Case> cases = new ArrayList<>();
        for (CaseTree each : tree.getCases()) {
            Optional<Expression> condition = condition(each, selector, scope);
            cases.add(new Case(condition, value(each, target, inner), source.position(each)));
        }
        read.addAll(chain.of(cases, List.of(noCase(selector, position))));
        return compound(read, target, position);
    }

    private List<Statement> value(CaseTree tree, YieldTarget target, LocalScope scope) {
        if (tree.getBody() instanceof ExpressionTree value) {
            return given(value, source.position(value), target, scope);
        }
        return tree.getBody() instanceof StatementTree rule
                ? statements.block(rule, scope).statements()
                : statements.sequence(tree.getStatements(), scope);
    }

    /** Takes a value and leaves the innermost {@code switch} expression. */
    List<Statement> read(YieldTree tree, LocalScope scope) {
        Position position = source.position(tree);
        Optional<YieldTarget> target = scope.jumps().yields();
        if (target.isEmpty()) {
            source.report(Messages.otherStatement(position, "yield"));
            return List.of();
        }
        return given(tree.getValue(), position, target.get(), scope);
    }

    private List<Statement> given(ExpressionTree tree, Position position, YieldTarget target, LocalScope scope) {
        Expression value = target.required()
                .map(type -> expressions.read(tree, type, scope))
                .orElseGet(() -> expressions.readAny(tree, scope));
        return target.take(value, position);
    }

    private Expression compound(List<Statement> chain, YieldTarget target, Position position) {
        if (target.values().stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        Optional<Type> type = target.required().or(() -> Promotion.common(target.values()));
        if (type.isEmpty()) {
            String types = target.values().stream()
                    .map(each -> each.type().javaName())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return source.refuse(Messages.operandTypes(position, "switch", types));
        }
        Variable open = target.result();
        Variable result = new Variable(open.id(), open.name(), type.get(), open.origin());
        List<Statement> whole = new ArrayList<>();
        whole.add(new Declare(result, Optional.empty(), position));
        whole.addAll(new Renaming(Map.of(open, result)).of(chain));
        return new Compound(whole, new Local(result, position), position);
    }

    /** The value that is compared; what is more than a name is evaluated once, before. */
    private Expression selector(ExpressionTree tree, LocalScope scope, List<Statement> before) {
        Expression value = expressions.readAtom(tree, scope);
        Type type = value.type();
        if (!Unknown.is(value) && !SELECTORS.contains(type) && !JavaTypes.isEnum(type)) {
            return source.refuse(Messages.typeMismatch(
                    value.position(), type.javaName(), "int, char, short, byte, String or an enum"));
        }
        if (value instanceof Local || value instanceof Literal || value instanceof Constant) {
            return value;
        }
        Variable selector = variables.create("selector", type, Origin.GENERATED);
        before.add(new Declare(selector, value, value.position()));
        return new Local(selector, value.position());
    }

    /** When the case is chosen; absent for the default. */
    private Optional<Expression> condition(CaseTree tree, Expression selector, LocalScope scope) {
        if (tree.getExpressions().isEmpty() && !tree.toString().startsWith("default")) {
            source.report(Messages.pattern(source.position(tree)));
        }
        return tree.getExpressions().stream()
                .map(label -> comparison(label, selector, scope))
                .reduce((first, second) ->
                        new Binary(BinaryOperator.OR, first, second, Primitive.BOOLEAN, source.position(tree)));
    }

    private Expression comparison(ExpressionTree label, Expression selector, LocalScope scope) {
        Position position = source.position(label);
        if (Unknown.is(selector)) {
            return Unknown.at(position);
        }
        Expression constant = label(label, selector.type(), scope);
        if (!JavaTypes.isText(selector.type())) {
            return expressions.binary(BinaryOperator.EQUAL, selector, constant, position);
        } else if (Unknown.is(constant)) {
            return constant;
        } else if (!JavaTypes.isText(constant.type())) {
            return source.refuse(
                    Messages.typeMismatch(position, constant.type().javaName(), Type.Reference.TEXT.javaName()));
        }
        return new Method(constant, "equals", List.of(selector), Primitive.BOOLEAN, position);
    }

    /** The name of an enum constant stands for itself, whatever the name means elsewhere. */
    private Expression label(ExpressionTree tree, Type selector, LocalScope scope) {
        if (JavaTypes.isEnum(selector) && tree instanceof IdentifierTree name) {
            return constants.enumConstant(
                    names.type(selector.javaName()).orElseThrow(),
                    name.getName().toString(),
                    source.position(tree));
        }
        return JavaTypes.isText(selector) ? expressions.readAtom(tree, scope) : expressions.read(tree, scope);
    }

    /** A {@code switch} over all constants of an enum needs no default, yet the enum may have changed since. */
    private static Statement noCase(Expression selector, Position position) {
        Expression says = new Literal("no case for ", Type.Reference.TEXT, position);
        Expression message = new Binary(BinaryOperator.ADD, says, selector, Type.Reference.TEXT, position);
        Type exception = new Reference("java.lang.IllegalStateException");
        return new Throw(new New(exception, List.of(message), position), position);
    }
}
