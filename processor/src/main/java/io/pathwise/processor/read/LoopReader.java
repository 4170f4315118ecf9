package io.pathwise.processor.read;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.DoWhile;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads loops. */
final class LoopReader {
    private final Source source;
    private final Names variables;
    private final ExpressionReader expressions;
    private final DeclarationReader declarations;
    private final StatementReader statements;

    LoopReader(
            Source source,
            Names variables,
            ExpressionReader expressions,
            DeclarationReader declarations,
            StatementReader statements) {
        this.source = source;
        this.variables = variables;
        this.expressions = expressions;
        this.declarations = declarations;
        this.statements = statements;
    }

    Statement read(WhileLoopTree tree, LocalScope scope) {
        Expression condition = condition(tree.getCondition(), scope);
        return new While(condition, body(tree.getStatement(), scope), source.position(tree));
    }

    Statement read(DoWhileLoopTree tree, LocalScope scope) {
        Block body = body(tree.getStatement(), scope);
        return new DoWhile(body, condition(tree.getCondition(), scope), source.position(tree));
    }

    Statement read(ForLoopTree tree, LocalScope scope) {
        Position position = source.position(tree);
        LocalScope inner = scope.nested();
        List<Statement> init = head(tree.getInitializer(), inner);
        Expression condition = tree.getCondition() == null
                ? new Literal(true, Primitive.BOOLEAN, position)
                : condition(tree.getCondition(), inner);
        List<Statement> update = head(tree.getUpdate(), inner);
        return new For(init, condition, update, body(tree.getStatement(), inner), position);
    }

    /** A loop over elements counts their indices; where the array needs a name for that, it is declared before. */
    List<Statement> read(EnhancedForLoopTree tree, LocalScope scope) {
        Position position = source.position(tree.getExpression());
        Expression array = array(tree.getExpression(), scope);
        LocalScope inner = scope.nested(scope.jumps().inLoop());
        Local counter = new Local(variables.create("i", Primitive.INT, Origin.GENERATED), position);
        Optional<Declare> element = declarations.read(tree.getVariable(), element(array, counter), inner);
        Block body = statements.block(tree.getStatement(), inner);
        if (Unknown.is(array)) {
            return List.of();
        }
        List<Statement> read = new ArrayList<>();
        Local elements = array instanceof Local local && !isReplaced(local, body) ? local : bind(array, read);
        List<Statement> whole = new ArrayList<>();
        element.ifPresent(each -> whole.add(new Declare(each.variable(), element(elements, counter), each.position())));
        whole.addAll(body.statements());
        read.add(counted(counter, elements, new Block(whole, body.position()), source.position(tree)));
        return read;
    }

    private Expression array(ExpressionTree tree, LocalScope scope) {
        Expression array = expressions.readAny(tree, scope);
        if (Unknown.is(array) || array.type() instanceof ArrayOf) {
            return array;
        }
        return source.refuse(
                Messages.typeMismatch(source.position(tree), array.type().javaName(), "an array"));
    }

    private static Expression element(Expression array, Local index) {
        return Unknown.is(array) ? array : new Element(array, index, array.position());
    }

    private static boolean isReplaced(Local array, Block body) {
        return Mentions.in(body.statements()).assigned().contains(array.variable());
    }

    private Local bind(Expression array, List<Statement> out) {
        Variable elements = variables.create("elements", array.type(), Origin.GENERATED);
        out.add(new Declare(elements, array, array.position()));
        return new Local(elements, array.position());
    }

    private static For counted(Local counter, Local array, Block body, Position position) {
        Position at = array.position();
        Literal zero = new Literal(0, Primitive.INT, at);
        Literal one = new Literal(1, Primitive.INT, at);
        Expression next = new Binary(BinaryOperator.ADD, counter, one, Primitive.INT, at);
        return new For(
                List.of(new Declare(counter.variable(), zero, at)),
                new Binary(BinaryOperator.LESS, counter, new Length(array, at), Primitive.BOOLEAN, at),
                List.of(new Assign(counter, next, at)),
                body,
                position);
    }

    private List<Statement> head(List<? extends StatementTree> trees, LocalScope scope) {
        List<Statement> read = statements.sequence(trees, scope);
        read.stream()
                .filter(Evaluate.class::isInstance)
                .forEach(each -> source.report(Messages.loopHead(each.position())));
        return read;
    }

    private Block body(StatementTree tree, LocalScope scope) {
        return statements.block(tree, scope.nested(scope.jumps().inLoop()));
    }

    private Expression condition(ExpressionTree tree, LocalScope scope) {
        return expressions.read(tree, Primitive.BOOLEAN, scope);
    }
}
