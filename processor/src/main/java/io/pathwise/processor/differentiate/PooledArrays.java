package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.List;
import java.util.Optional;

/**
 * New arrays from memory that is used again in the next call.
 *
 * @param owner the gradient that owns the memory
 */
record PooledArrays(Variable owner) {
    /** The block with its new arrays from there. */
    Block in(Block block) {
        return (Block) from(block);
    }

    /** Whether the block makes arrays. */
    static boolean areIn(Block block) {
        return Statements.anyExpression(
                block, each -> each instanceof New creation && creation.type() instanceof Type.ArrayOf);
    }

    private Statement from(Statement statement) {
        if (statement instanceof Declare || statement instanceof Assign) {
            boolean creates =
                    Statements.anyExpression(statement, each -> memory(each).isPresent());
            return creates ? Statements.mapExpressions(statement, this::from) : statement;
        }
        return Rewriting.children(statement, this::from);
    }

    private Expression from(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, this::from);
        return memory(inner).orElse(inner);
    }

    /** {@code gradient.zeros(n)} for {@code new double[n]}; types that are rare with arrays stay as they are. */
    private Optional<Expression> memory(Expression expression) {
        if (!(expression instanceof New creation) || !(creation.type() instanceof Type.ArrayOf array)) {
            return Optional.empty();
        }
        List<Expression> lengths = creation.arguments();
        boolean isMatrix = array.element().equals(new Type.ArrayOf(Primitive.DOUBLE));
        Optional<String> method = Optional.empty();
        if (array.element() == Primitive.DOUBLE || isMatrix && lengths.size() == 2) {
            method = Optional.of("zeros");
        } else if (isMatrix) {
            method = Optional.of("rows");
        } else if (array.element() == Primitive.INT) {
            method = Optional.of("intZeros");
        } else if (array.element() == Primitive.LONG) {
            method = Optional.of("longZeros");
        } else if (array.element() == Primitive.BOOLEAN) {
            method = Optional.of("booleanZeros");
        }
        return method.map(name -> new Method(Algebra.local(owner), name, lengths, array, creation.position()));
    }
}
