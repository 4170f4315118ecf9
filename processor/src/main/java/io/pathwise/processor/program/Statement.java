package io.pathwise.processor.program;

import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Statement {
    /** Where the statement was read. */
    Position position();

    /**
     * Declares a local variable.
     *
     * @param initializer its first value; absent where every path assigns one before the variable is read
     */
    record Declare(Variable variable, Optional<Expression> initializer, Position position) implements Statement {
        /** Declares a variable with its first value. */
        public Declare(Variable variable, Expression initializer, Position position) {
            this(variable, Optional.of(initializer), position);
        }
    }

    /**
     * Assigns to a variable, an array element or a field. A compound assignment {@code x += e} is {@code x = x + e}
     * here and is written as compound again.
     *
     * @param target a {@link Expression.Local}, {@link Expression.Element} or {@link Expression.Field}
     */
    record Assign(Expression target, Expression value, Position position) implements Statement {}

    /** Evaluates an expression and drops its value: a draw or a call of the runtime. */
    record Evaluate(Expression expression, Position position) implements Statement {}

    /** {@code if (condition) then else otherwise}; an empty {@code otherwise} is not written. */
    record If(Expression condition, Block then, Block otherwise, Position position) implements Statement {}

    /**
     * {@code for (init; condition; update) body}.
     *
     * @param init declarations or assignments
     * @param update assignments
     */
    record For(List<Statement> init, Expression condition, List<Statement> update, Block body, Position position)
            implements Statement {
        public For {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }
    }

    /** {@code while (condition) body}. */
    record While(Expression condition, Block body, Position position) implements Statement {}

    /** Leaves the method; the value is absent only in methods that return nothing. */
    record Return(Optional<Expression> value, Position position) implements Statement {
        /** Leaves the method with a value. */
        public Return(Expression value, Position position) {
            this(Optional.of(value), position);
        }
    }

    /**
     * {@code do body while (condition)}. {@link io.pathwise.processor.normalize.Structuring} removes it before any
     * derivation.
     */
    record DoWhile(Block body, Expression condition, Position position) implements Statement {}

    /**
     * {@code label: statement}, of a loop or a block. {@link io.pathwise.processor.normalize.Structuring} removes it
     * before any derivation.
     */
    record Labeled(String label, Statement statement, Position position) implements Statement {}

    /**
     * Leaves a loop or labelled statement.
     *
     * @param label which one; absent for the innermost loop, as everywhere after {@link
     *     io.pathwise.processor.normalize.Structuring}
     */
    record Break(Optional<String> label, Position position) implements Statement {
        /** Leaves the innermost loop. */
        public Break(Position position) {
            this(Optional.empty(), position);
        }
    }

    /**
     * Goes on with the next iteration of a loop. {@link io.pathwise.processor.normalize.Structuring} removes it before
     * any derivation.
     *
     * @param label which loop; absent for the innermost
     */
    record Continue(Optional<String> label, Position position) implements Statement {}

    /** Leaves the method with an exception. */
    record Throw(Expression exception, Position position) implements Statement {}

    /** {@code assert condition : message}. */
    record Assert(Expression condition, Optional<Expression> message, Position position) implements Statement {}

    /** A sequence with a scope of its own. */
    record Block(List<Statement> statements, Position position) implements Statement {
        /** A block without statements. */
        public static final Block EMPTY = new Block(List.of(), Position.NONE);

        public Block {
            statements = List.copyOf(statements);
        }

        /** A generated block. */
        public static Block of(List<Statement> statements) {
            return new Block(statements, Position.NONE);
        }

        /** Whether the block does nothing. */
        public boolean isEmpty() {
            return statements.isEmpty();
        }
    }

    /**
     * Statements that one line of comment explains; no scope of its own. The comment goes when the statements go.
     *
     * @param comment the comment's text without slashes
     */
    record Explained(String comment, List<Statement> statements, Position position) implements Statement {
        public Explained {
            statements = List.copyOf(statements);
        }
    }
}
