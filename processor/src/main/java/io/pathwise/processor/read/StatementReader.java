package io.pathwise.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Continue;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Labeled;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Name;

/** Reads statements; one of the source may become several, or none where it is refused. */
final class StatementReader extends SimpleTreeVisitor<List<Statement>, LocalScope> {
    private static final Set<Kind> LOOPS =
            Set.of(Kind.FOR_LOOP, Kind.ENHANCED_FOR_LOOP, Kind.WHILE_LOOP, Kind.DO_WHILE_LOOP);

    private final Source source;
    private final Type result;
    private final ExpressionReader expressions;
    private final DeclarationReader declarations;
    private final ExceptionReader exceptions;
    private final LoopReader loops;
    private final SwitchReader switches;

    /** A reader of the statements of one method's body. */
    StatementReader(BodyContext context) {
        this.source = context.source();
        this.result = context.result();
        this.expressions =
                context.expressions((tree, required, scope) -> switches().read(tree, required, scope));
        this.declarations = context.declarations(expressions);
        this.exceptions = context.exceptions(expressions);
        this.loops = new LoopReader(source, context.variables(), expressions, declarations, this);
        this.switches = context.switches(expressions, this);
    }

    private SwitchReader switches() {
        return switches;
    }

    /** The statement as a block with a scope of its own. */
    Block block(StatementTree tree, LocalScope scope) {
        List<? extends StatementTree> trees = tree instanceof BlockTree block ? block.getStatements() : List.of(tree);
        return new Block(sequence(trees, scope.nested()), source.position(tree));
    }

    /** The statements one after the other, in the given scope. */
    List<Statement> sequence(List<? extends StatementTree> trees, LocalScope scope) {
        return trees.stream().flatMap(tree -> tree.accept(this, scope).stream()).toList();
    }

    @Override
    protected List<Statement> defaultAction(Tree tree, LocalScope scope) {
        source.report(Refusals.statement(tree, source.position(tree)));
        return List.of();
    }

    @Override
    public List<Statement> visitBlock(BlockTree tree, LocalScope scope) {
        return List.of(block(tree, scope));
    }

    @Override
    public List<Statement> visitEmptyStatement(EmptyStatementTree tree, LocalScope scope) {
        return List.of();
    }

    @Override
    public List<Statement> visitVariable(VariableTree tree, LocalScope scope) {
        return List.copyOf(declarations.read(tree, scope).stream().toList());
    }

    @Override
    public List<Statement> visitExpressionStatement(ExpressionStatementTree tree, LocalScope scope) {
        Position position = source.position(tree);
        ExpressionTree expression = tree.getExpression();
        if (AssignmentReader.isAssignment(expression)) {
            return List.copyOf(expressions.assignments().statement(expression, position, scope).stream()
                    .toList());
        }
        if (expression instanceof MethodInvocationTree call) {
            Expression done = expressions.readCall(call, scope);
            if (done instanceof Compound compound && compound.value() instanceof Local) {
                return compound.statements();
            }
            return done instanceof Local ? List.of() : List.of(new Evaluate(done, position));
        }
        Expression value = expressions.read(expression, scope);
        return value instanceof RecordValue ? List.of(new Evaluate(value, position)) : List.of();
    }

    @Override
    public List<Statement> visitIf(IfTree tree, LocalScope scope) {
        Expression condition = expressions.read(tree.getCondition(), Primitive.BOOLEAN, scope);
        Block then = block(tree.getThenStatement(), scope);
        Block otherwise = tree.getElseStatement() == null ? Block.EMPTY : block(tree.getElseStatement(), scope);
        return List.of(new If(condition, then, otherwise, source.position(tree)));
    }

    @Override
    public List<Statement> visitWhileLoop(WhileLoopTree tree, LocalScope scope) {
        return List.of(loops.read(tree, scope));
    }

    @Override
    public List<Statement> visitDoWhileLoop(DoWhileLoopTree tree, LocalScope scope) {
        return List.of(loops.read(tree, scope));
    }

    @Override
    public List<Statement> visitForLoop(ForLoopTree tree, LocalScope scope) {
        return List.of(loops.read(tree, scope));
    }

    @Override
    public List<Statement> visitEnhancedForLoop(EnhancedForLoopTree tree, LocalScope scope) {
        return loops.read(tree, scope);
    }

    @Override
    public List<Statement> visitSwitch(SwitchTree tree, LocalScope scope) {
        return switches.read(tree, scope);
    }

    @Override
    public List<Statement> visitYield(YieldTree tree, LocalScope scope) {
        return switches.read(tree, scope);
    }

    @Override
    public List<Statement> visitReturn(ReturnTree tree, LocalScope scope) {
        Optional<Expression> value = Optional.ofNullable(tree.getExpression())
                .map(expression -> expressions.read(expression, result, scope));
        return List.of(new Return(value, source.position(tree)));
    }

    @Override
    public List<Statement> visitThrow(ThrowTree tree, LocalScope scope) {
        return List.of(exceptions.read(tree, scope));
    }

    @Override
    public List<Statement> visitAssert(AssertTree tree, LocalScope scope) {
        return List.of(exceptions.read(tree, scope));
    }

    @Override
    public List<Statement> visitLabeledStatement(LabeledStatementTree tree, LocalScope scope) {
        String label = tree.getLabel().toString();
        LocalScope inner = scope.nested(scope.jumps().inLabeled(label, label));
        StatementTree statement = tree.getStatement();
        while (statement instanceof LabeledStatementTree same) {
            inner = inner.nested(inner.jumps().inLabeled(same.getLabel().toString(), label));
            statement = same.getStatement();
        }
        Position position = source.position(tree);
        if (!LOOPS.contains(statement.getKind())) {
            return List.of(new Labeled(label, block(statement, inner), position));
        }
        List<Statement> read = new ArrayList<>(statement.accept(this, inner));
        if (read.isEmpty()) {
            return read;
        }
        read.add(new Labeled(label, read.remove(read.size() - 1), position));
        return read;
    }

    @Override
    public List<Statement> visitBreak(BreakTree tree, LocalScope scope) {
        Position position = source.position(tree);
        if (tree.getLabel() == null) {
            return List.of(new Break(scope.jumps().breaks(), position));
        }
        return label(tree.getLabel(), position, scope).stream()
                .<Statement>map(label -> new Break(Optional.of(label), position))
                .toList();
    }

    @Override
    public List<Statement> visitContinue(ContinueTree tree, LocalScope scope) {
        Position position = source.position(tree);
        if (tree.getLabel() == null) {
            return List.of(new Continue(Optional.empty(), position));
        }
        return label(tree.getLabel(), position, scope).stream()
                .<Statement>map(label -> new Continue(Optional.of(label), position))
                .toList();
    }

    private Optional<String> label(Name name, Position position, LocalScope scope) {
        Optional<String> label = Optional.ofNullable(scope.jumps().labels().get(name.toString()));
        if (label.isEmpty()) {
            source.report(Messages.unknownName(position, name.toString()));
        }
        return label;
    }
}
