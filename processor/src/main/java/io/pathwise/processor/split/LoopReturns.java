package io.pathwise.processor.split;

import io.pathwise.processor.normalize.InitialValues;
import io.pathwise.processor.program.Completion;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns returns inside loops into breaks, with the result kept in variables: what a loop returns cannot be moved to a
 * method, but what breaks out of it can.
 */
final class LoopReturns {
    private final Variable returned;
    private final Optional<Type> created;
    private final List<Variable> results;

    private LoopReturns(Variable returned, Optional<Type> created, List<Variable> results) {
        this.returned = returned;
        this.created = created;
        this.results = results;
    }

    /** The program without returns inside loops. */
    static Program apply(Program program) {
        Names names = program.names();
        List<Statement> out = new ArrayList<>();
        for (Statement each : program.body().statements()) {
            out.addAll(outside(each, program.result(), names));
        }
        return program.withBody(new Block(out, program.body().position()), names);
    }

    private static List<Statement> outside(Statement statement, Type result, Names names) {
        if (!Statements.isLoop(statement)) {
            return List.of(Sequences.mapSequences(statement, each -> outsideIn(each, result, names)));
        }
        List<Return> returns = returns(statement);
        if (returns.isEmpty()) {
            return List.of(statement);
        }
        LoopReturns pass = of(returns, result, names);
        List<Statement> out = pass.declarations();
        out.addAll(pass.loop(statement, pass.giveBack()));
        return out;
    }

    private static Statement outsideIn(Statement statement, Type result, Names names) {
        if (!Sequences.isSequence(statement)) {
            return Block.of(outside(statement, result, names));
        }
        List<Statement> out = new ArrayList<>();
        Sequences.statements(statement).forEach(each -> out.addAll(outside(each, result, names)));
        return Sequences.withStatements(statement, out);
    }

    private static LoopReturns of(List<Return> returns, Type result, Names names) {
        Variable returned = names.create("returned", Primitive.BOOLEAN, Origin.GENERATED);
        Optional<New> creation = creation(returns);
        List<Variable> results = creation
                .map(LoopReturns::componentTypes)
                .orElseGet(() -> Optional.ofNullable(result).stream().toList())
                .stream()
                .map(each -> names.create("result", each, Origin.GENERATED))
                .toList();
        return new LoopReturns(returned, creation.map(New::type), results);
    }

    /** One of the objects that are returned, if all are made of numbers where they are returned. */
    private static Optional<New> creation(List<Return> returns) {
        boolean all = returns.stream()
                .allMatch(each -> each.value().filter(LoopReturns::isOfNumbers).isPresent());
        return all ? returns.get(0).value().map(New.class::cast) : Optional.empty();
    }

    private static boolean isOfNumbers(Expression value) {
        return value instanceof New creation
                && !(creation.type() instanceof Type.ArrayOf)
                && creation.arguments().stream()
                        .allMatch(each -> each.type() == Primitive.DOUBLE || each.type() == Primitive.INT);
    }

    private static List<Type> componentTypes(New creation) {
        return creation.arguments().stream()
                .map(each -> (Type) Primitive.DOUBLE)
                .toList();
    }

    private List<Statement> declarations() {
        List<Statement> declarations = new ArrayList<>();
        declarations.add(new Declare(returned, InitialValues.of(Primitive.BOOLEAN), Position.NONE));
        results.forEach(each -> declarations.add(new Declare(each, InitialValues.of(each.type()), Position.NONE)));
        return declarations;
    }

    /** A loop that breaks where it returned, and what is to be done behind it then. */
    private List<Statement> loop(Statement loop, Statement then) {
        List<Statement> out = new ArrayList<>();
        out.add(Sequences.mapSequences(loop, this::inside));
        boolean always = !Completion.completes(loop);
        out.add(always ? then : new If(local(returned), Block.of(List.of(then)), Block.EMPTY, Position.NONE));
        return out;
    }

    private Statement inside(Statement statement) {
        if (!Sequences.isSequence(statement)) {
            return Sequences.mapSequences(statement, this::inside);
        }
        List<Statement> out = new ArrayList<>();
        for (Statement each : Sequences.statements(statement)) {
            if (each instanceof Return exit) {
                out.addAll(keep(exit));
            } else if (Statements.isLoop(each) && !returns(each).isEmpty()) {
                out.addAll(loop(each, new Break(each.position())));
            } else {
                out.add(inside(each));
            }
        }
        return Sequences.withStatements(statement, out);
    }

    private List<Statement> keep(Return exit) {
        List<Expression> values = components(exit);
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            out.add(new Assign(local(results.get(i)), values.get(i), exit.position()));
        }
        out.add(new Assign(local(returned), new Literal(true, Primitive.BOOLEAN, Position.NONE), Position.NONE));
        out.add(new Break(exit.position()));
        return out;
    }

    private List<Expression> components(Return exit) {
        return created.isPresent()
                ? ((New) exit.value().orElseThrow()).arguments()
                : exit.value().stream().toList();
    }

    private Return giveBack() {
        List<Expression> values = results.stream().map(LoopReturns::local).toList();
        Optional<Expression> creation = created.map(type -> new New(type, values, Position.NONE));
        return new Return(creation.or(() -> values.stream().findFirst()), Position.NONE);
    }

    private static List<Return> returns(Statement statement) {
        List<Return> returns = new ArrayList<>();
        Statements.walk(statement, each -> {
            if (each instanceof Return exit) {
                returns.add(exit);
            }
        });
        return returns;
    }

    private static Expression local(Variable variable) {
        return new Local(variable, Position.NONE);
    }
}
