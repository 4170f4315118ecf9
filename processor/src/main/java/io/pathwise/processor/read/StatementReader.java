package io.pathwise.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements. Where one is refused, an empty block stands for it. */
final class StatementReader extends SimpleTreeVisitor<Statement, LocalScope> {
    private final Source source;
    private final Names variables;
    private final TypeReader types;
    private final ExpressionReader expressions;
    private final AssignmentReader assignments;

    StatementReader(Source source, Names variables, TypeReader types, ExpressionReader expressions) {
        this.source = source;
        this.variables = variables;
        this.types = types;
        this.expressions = expressions;
        this.assignments = new AssignmentReader(source, expressions);
    }

    /** The statement as a block with a scope of its own. */
    Block block(StatementTree tree, LocalScope scope) {
        LocalScope inner = scope.nested();
        List<? extends StatementTree> trees = tree instanceof BlockTree block ? block.getStatements() : List.of(tree);
        return new Block(sequence(trees, inner), source.position(tree));
    }

    private List<Statement> sequence(List<? extends StatementTree> trees, LocalScope scope) {
        List<Statement> statements = new ArrayList<>();
        for (StatementTree tree : trees) {
            Statement statement = tree.accept(this, scope);
            if (statement != Block.EMPTY) {
                statements.add(statement);
            }
        }
        return statements;
    }

    @Override
    protected Statement defaultAction(Tree tree, LocalScope scope) {
        source.report(Refusals.statement(tree, source.position(tree)));
        return Block.EMPTY;
    }

    @Override
    public Statement visitBlock(BlockTree tree, LocalScope scope) {
        return block(tree, scope);
    }

    @Override
    public Statement visitEmptyStatement(EmptyStatementTree tree, LocalScope scope) {
        return Block.EMPTY;
    }

    @Override
    public Statement visitVariable(VariableTree tree, LocalScope scope) {
        Position position = source.position(tree);
        if (tree.getName().isEmpty()) {
            source.report(Messages.unnamedVariable(position));
            return Block.EMPTY;
        }
        String name = tree.getName().toString();
        Type declared = tree.getType() == null ? null : declaredType(tree, name);
        Optional<Expression> value =
                Optional.ofNullable(tree.getInitializer()).flatMap(initializer -> value(initializer, declared, scope));
        Type type = declared == null ? value.map(Expression::type).orElse(Unknown.TYPE) : declared;
        Variable variable = variables.create(name, type, Variable.Origin.SOURCE);
        scope.declare(variable);
        if (!Unknown.is(type)) {
            source.resolvedVariable(position, type);
        }
        return new Declare(variable, value, position);
    }

    /** The initial value; a variable of unsupported type is not worth a second message. */
    private Optional<Expression> value(ExpressionTree initializer, Type declared, LocalScope scope) {
        if (declared == null) {
            return Optional.of(expressions.read(initializer, scope));
        }
        return Unknown.is(declared) ? Optional.empty() : Optional.of(expressions.read(initializer, declared, scope));
    }

    private Type declaredType(VariableTree tree, String name) {
        Optional<Type> type = types.read(tree.getType());
        Position position = source.position(tree.getType());
        if (type.isEmpty()) {
            source.report(
                    Messages.unsupportedVariable(position, name, tree.getType().toString()));
            return types.unsupported(tree.getType());
        } else if (JavaTypes.isFloat(type.get())) {
            source.report(Messages.floatType(position, name));
            return Unknown.TYPE;
        } else if (type.get() instanceof ArrayOf) {
            source.report(Messages.arrayVariable(position, name));
            return Unknown.TYPE;
        }
        return type.get();
    }

    @Override
    public Statement visitExpressionStatement(ExpressionStatementTree tree, LocalScope scope) {
        Position position = source.position(tree);
        ExpressionTree expression = tree.getExpression();
        if (expression instanceof AssignmentTree assignment) {
            return assignments.read(assignment, position, scope);
        } else if (expression instanceof CompoundAssignmentTree compound) {
            return assignments.read(compound, position, scope);
        } else if (expression instanceof UnaryTree step) {
            return assignments.read(step, position, scope);
        } else if (expression instanceof MethodInvocationTree) {
            return new Evaluate(expressions.read(expression, scope), position);
        }
        expressions.read(expression, scope);
        return Block.EMPTY;
    }

    @Override
    public Statement visitIf(IfTree tree, LocalScope scope) {
        Expression condition = condition(tree.getCondition(), scope);
        Block then = block(tree.getThenStatement(), scope);
        Block otherwise = tree.getElseStatement() == null ? Block.EMPTY : block(tree.getElseStatement(), scope);
        return new If(condition, then, otherwise, source.position(tree));
    }

    @Override
    public Statement visitWhileLoop(WhileLoopTree tree, LocalScope scope) {
        Expression condition = condition(tree.getCondition(), scope);
        return new While(condition, block(tree.getStatement(), scope), source.position(tree));
    }

    @Override
    public Statement visitForLoop(ForLoopTree tree, LocalScope scope) {
        Position position = source.position(tree);
        LocalScope inner = scope.nested();
        List<Statement> init = head(tree.getInitializer(), inner);
        Expression condition = tree.getCondition() == null
                ? new Literal(true, Primitive.BOOLEAN, position)
                : condition(tree.getCondition(), inner);
        List<Statement> update = head(tree.getUpdate(), inner);
        return new For(init, condition, update, block(tree.getStatement(), inner), position);
    }

    private List<Statement> head(List<? extends StatementTree> trees, LocalScope scope) {
        List<Statement> statements = sequence(trees, scope);
        statements.stream()
                .filter(Evaluate.class::isInstance)
                .forEach(each -> source.report(Messages.loopHead(each.position())));
        return statements;
    }

    @Override
    public Statement visitReturn(ReturnTree tree, LocalScope scope) {
        Optional<Expression> value = Optional.ofNullable(tree.getExpression())
                .map(expression -> expressions.read(expression, Primitive.DOUBLE, scope));
        return new Return(value, source.position(tree));
    }

    @Override
    public Statement visitBreak(BreakTree tree, LocalScope scope) {
        return tree.getLabel() == null ? new Break(source.position(tree)) : defaultAction(tree, scope);
    }

    private Expression condition(ExpressionTree tree, LocalScope scope) {
        return expressions.read(tree, Primitive.BOOLEAN, scope);
    }
}
