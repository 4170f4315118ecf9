package io.pathwise.processor.program;

import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import java.util.Optional;

/** A typed expression without side effects. Java's implicit promotions stay implicit, as in source. */
public sealed interface Expression {
    /** Java's type of the value. */
    Type type();

    /** Where the expression was read. */
    Position position();

    /**
     * A constant written as a literal.
     *
     * @param value a {@link Boolean}, {@link Character}, {@link Integer}, {@link Long} or {@link Double} (also a
     *     {@link String} or {@code null} where a {@link Type.Reference} is passed to the runtime)
     */
    record Literal(Object value, Type type, Position position) implements Expression {}

    /**
     * A compile-time constant with a name, such as {@code Math.PI}.
     *
     * @param owner qualified name of the class that declares it
     * @param value its value, as in {@link Literal}
     */
    record Constant(String owner, String name, Object value, Type type, Position position) implements Expression {}

    /** The value of a variable. */
    record Local(Variable variable, Position position) implements Expression {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** A unary operation. */
    record Unary(UnaryOperator operator, Expression operand, Type type, Position position) implements Expression {}

    /** A binary operation, with Java's promotion of its operands. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Type type, Position position)
            implements Expression {}

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Type type, Position position)
            implements Expression {}

    /** An explicit or implied narrowing, or an explicit widening. */
    record Cast(Expression operand, Type type, Position position) implements Expression {}

    /** A call of a mathematical function or of the runtime. */
    record Call(Function function, List<Expression> arguments, Position position) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }
    }

    /**
     * A draw from a distribution.
     *
     * @param noise the base noise that the draw transforms; absent until the noise is threaded through the program
     * @param strategy how derivatives pass through it, if it is a whole number and does not do as its method says
     */
    record Draw(
            Function sampler,
            List<Expression> arguments,
            Optional<Expression> noise,
            Optional<DiscreteStrategy> strategy,
            Position position)
            implements Expression {
        public Draw {
            arguments = List.copyOf(arguments);
        }

        /** A draw without a strategy of its own. */
        public Draw(Function sampler, List<Expression> arguments, Optional<Expression> noise, Position position) {
            this(sampler, arguments, noise, Optional.empty(), position);
        }

        /** The same draw with other parameters. */
        public Draw withArguments(List<Expression> others) {
            return new Draw(sampler, others, noise, strategy, position);
        }

        @Override
        public Type type() {
            return sampler.result();
        }
    }

    /** A call of another differentiable method, whose body is known by its {@link Function}. */
    record Invoke(Function method, List<Expression> arguments, Position position) implements Expression {
        public Invoke {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return method.result();
        }
    }

    /**
     * A call of a differentiable method that stays a call, answered by the members of the method's companion.
     *
     * @param noise what the companion's member takes after the arguments: draws of base noise, or a cursor
     */
    record CompanionCall(Callee callee, List<Expression> arguments, List<Expression> noise, Position position)
            implements Expression {
        public CompanionCall {
            arguments = List.copyOf(arguments);
            noise = List.copyOf(noise);
        }

        @Override
        public Type type() {
            return callee.function().result();
        }
    }

    /**
     * A call that has been evaluated, with its derivatives.
     *
     * @param value its value
     * @param partials its partial derivatives in the arguments; the literal zero where there is none
     * @param regular whether they are finite wherever the value is
     */
    record Evaluated(
            Function function,
            Expression value,
            List<Expression> arguments,
            List<Expression> partials,
            boolean regular,
            Position position)
            implements Expression {
        public Evaluated {
            arguments = List.copyOf(arguments);
            partials = List.copyOf(partials);
        }

        @Override
        public Type type() {
            return function.result();
        }
    }

    /**
     * An expression with side effects: the statements, then the value. {@link io.pathwise.processor.normalize.Lowering}
     * gives the statements places of their own, in Java's order of evaluation.
     */
    record Compound(List<Statement> statements, Expression value, Position position) implements Expression {
        public Compound {
            statements = List.copyOf(statements);
        }

        @Override
        public Type type() {
            return value.type();
        }
    }

    /** {@code array[index]}. */
    record Element(Expression array, Expression index, Position position) implements Expression {
        @Override
        public Type type() {
            return ((Type.ArrayOf) array.type()).element();
        }
    }

    /** {@code array.length}. */
    record Length(Expression array, Position position) implements Expression {
        @Override
        public Type type() {
            return Primitive.INT;
        }
    }

    /** {@code object.name}, a field of an object of the runtime or of generated code. */
    record Field(Expression object, String name, Type type, Position position) implements Expression {}

    /** {@code receiver.name(arguments)}, a method of an object of the runtime or of generated code. */
    record Method(Expression receiver, String name, List<Expression> arguments, Type type, Position position)
            implements Expression {
        public Method {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code new Type(arguments)}, or {@code new double[length][]} with the lengths of the dimensions that have one.
     *
     * @param arguments of a class or record those of its constructor, of an array its lengths
     */
    record New(Type type, List<Expression> arguments, Position position) implements Expression {
        public New {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code new double[] {first, second}}. */
    record ArrayValues(Type.ArrayOf type, List<Expression> values, Position position) implements Expression {
        public ArrayValues {
            values = List.copyOf(values);
        }
    }

    /** {@code new Model(first, second)}: all components, which become of the components' types as by assignment. */
    record RecordValue(Type.Record type, List<Expression> components, Position position) implements Expression {
        public RecordValue {
            components = List.copyOf(components);
        }
    }

    /** {@code record.name()}, a component of a record. */
    record Component(Expression record, String name, Position position) implements Expression {
        @Override
        public Type type() {
            return ((Type.Record) record.type()).component(name).orElseThrow().type();
        }
    }

    /**
     * {@code Owner.name} or {@code object.name}, a field of the user's whose value is not a compile-time constant.
     *
     * @param object whose field it is; absent for a static one
     * @param owner qualified name of the class that declares it
     * @param hidden whether other classes of the package may not name it
     */
    record SourceField(
            Optional<Expression> object, String owner, String name, Type type, boolean hidden, Position position)
            implements Expression {}
}
