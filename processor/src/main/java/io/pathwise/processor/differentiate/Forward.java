package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.analyze.Definitions;
import io.pathwise.processor.differentiate.SiteRewriting.Rewritten;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.normalize.Elementary;
import io.pathwise.processor.program.BinaryOperator;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Binary;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Conditional;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Leaves;
import io.pathwise.processor.program.Leaves.Leaf;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Forward mode: beside every value stands its tangent, the derivative in one direction of the parameters. The structure
 * of the source stays.
 */
public final class Forward {
    private static final Type DUAL = new Type.Reference("io.pathwise.runtime.Dual");
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Names names;
    private final Activity activity;
    private final Linearization.Context context;
    private final ArrayAliases aliases;
    private final ArrayTwins arrays;
    private final Map<Variable, Variable> tangents = new HashMap<>();
    private final List<Statement> opening = new ArrayList<>();
    private Variable returned;
    private Optional<SiteTangents> sites = Optional.empty();
    private Optional<Parameter> choice = Optional.empty();
    private Optional<Parameter> baseline = Optional.empty();

    private Forward(Names names, Activity activity, Definitions definitions, ArrayAliases aliases) {
        this.names = names;
        this.activity = activity;
        this.context = new Linearization.Context(activity::isActive, definitions::of);
        this.aliases = aliases;
        this.arrays = new ArrayTwins(activity::isActive, array -> Algebra.local(tangent(array)));
    }

    /** The program with one tangent for each active parameter, returning value and tangent. */
    public static Program of(Threaded threaded) {
        return of(threaded, Optional.empty());
    }

    /**
     * The same for a method with draws of whole numbers through which derivatives pass; takes what their estimates need
     * besides, noise after the noise and anything else last.
     */
    public static Program of(Threaded threaded, DiscreteDraws draws) {
        return of(threaded, Optional.of(draws));
    }

    private static Program of(Threaded given, Optional<DiscreteDraws> draws) {
        Optional<Rewritten> marked = draws.map(DiscreteDraws::marked);
        Threaded threaded = marked.map(Rewritten::threaded).orElse(given);
        Program program = threaded.program();
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Names names = program.names();
        Block plain = ArrayOperations.expand(program.body(), names);
        Activity rough = Activity.of(plain, inputs, DiscreteDraws.wanted(plain));
        Block expanded = UserRules.apply(plain, rough, names);
        Activity whole = Activity.of(expanded, inputs, DiscreteDraws.wanted(expanded));
        Block split = Elementary.split(expanded, whole::isActive, Explanation::of, names);
        Activity activity = Activity.of(split, inputs, DiscreteDraws.wanted(split));
        Forward forward = new Forward(names, activity, new Definitions(split), ArrayAliases.of(split));
        draws.ifPresent(each -> forward.prepare(each, marked.orElseThrow().count(), split));
        return forward.differentiate(threaded, split);
    }

    /** A method may change its parameters while it runs, but the path is run again with what they were. */
    private void prepare(DiscreteDraws draws, Expression count, Block body) {
        choice = draws.choice(names);
        baseline = draws.baseline(names);
        Set<Variable> assigned = Statements.assigned(body);
        List<Expression> path = new ArrayList<>();
        for (Expression each : draws.path()) {
            Variable variable = ((Local) each).variable();
            if (assigned.contains(variable)) {
                Variable original = names.create(variable.name() + "Given", variable.type(), Origin.GENERATED);
                opening.add(new Declare(original, each, Position.NONE));
                path.add(Algebra.local(original));
            } else {
                path.add(each);
            }
        }
        Expression known = count;
        if (choice.isPresent() && Algebra.literal(count).isEmpty()) {
            Variable number = names.create("count", Primitive.INT, Origin.GENERATED);
            opening.add(new Declare(number, draws.count(path), Position.NONE));
            known = Algebra.local(number);
        }
        SiteEstimates estimates = new SiteEstimates(
                draws,
                path,
                known,
                choice.map(Parameter::variable),
                baseline.map(Parameter::variable),
                Optional.empty(),
                names);
        sites = Optional.of(new SiteTangents(estimates, this::tangentOf));
        opening.addAll(sites.get().opening());
    }

    private Expression tangentOf(Expression leafOrArray) {
        return ArrayTwins.isArray(leafOrArray.type()) ? arrays.of(leafOrArray) : tangent(leafOrArray);
    }

    private Program differentiate(Threaded threaded, Block split) {
        Program program = threaded.program();
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        parameters.addAll(threaded.noise().parameters());
        choice.ifPresent(parameters::add);
        for (Parameter active : program.activeParameters()) {
            parameters.add(new Parameter(tangent(active.variable()), Parameter.Kind.ADDED, Position.NONE));
        }
        boolean returnsRecord = program.result() instanceof Type.Record;
        if (returnsRecord) {
            returned = names.create("tangents", DOUBLES, Origin.GENERATED);
            parameters.add(new Parameter(returned, Parameter.Kind.ADDED, Position.NONE));
        }
        baseline.ifPresent(parameters::add);
        List<Statement> statements = checks(program);
        statements.addAll(opening);
        for (Parameter each : program.parameters()) {
            if (!each.isActive() && activity.isActive(each.variable())) {
                Expression zero = ArrayTwins.isArray(each.variable().type())
                        ? ArrayTwins.zeros(Algebra.local(each.variable()))
                        : Algebra.integer(0);
                statements.add(new Declare(tangent(each.variable()), zero, Position.NONE));
            }
        }
        statements.addAll(all(split.statements()));
        Block body = Block.of(statements);
        return new Program(
                program.owner(),
                program.name() + "Forward",
                parameters,
                returnsRecord ? program.result() : DUAL,
                body,
                names.next(),
                program.position());
    }

    /** Tangents are as long as the arguments. */
    private List<Statement> checks(Program program) {
        List<Statement> checks = new ArrayList<>();
        for (Parameter active : program.activeParameters()) {
            Variable argument = active.variable();
            if (ArrayTwins.isArray(argument.type())) {
                Variable tangent = tangent(argument);
                checks.add(ShapeCheck.of(
                        ShapeCheck.TANGENTS, program.displayName(), tangent.name(), Algebra.local(tangent), argument));
            }
        }
        return checks;
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, out));
        return out;
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare) {
            declare(declare, out);
        } else if (statement instanceof Assign assign) {
            assign(assign, out);
        } else if (statement instanceof Return exit) {
            exit(exit, out);
        } else if (statement instanceof If branch) {
            Expression condition = Primal.transform(branch.condition());
            out.add(new If(condition, block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(Primal.transform(loop.condition()), block(loop.body()), loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else if (statement instanceof Explained explained) {
            explained(explained, out);
        } else if (Site.of(statement).isPresent()) {
            out.add(sites.orElseThrow().at(Site.of(statement).get()));
        } else if (statement instanceof Evaluate evaluate) {
            out.add(new Evaluate(Primal.transform(evaluate.expression()), evaluate.position()));
        } else {
            out.add(statement);
        }
    }

    /** Ordinary statements explain themselves, their value standing beside the tangent; draws do not. */
    private void explained(Explained explained, List<Statement> out) {
        List<Statement> statements = all(explained.statements());
        if (Explanation.isFormula(explained)) {
            out.add(new Explained(explained.comment(), statements, explained.position()));
        } else {
            out.addAll(statements);
        }
    }

    private void declare(Declare declare, List<Statement> out) {
        Expression initial = declare.initializer().orElse(null);
        if (initial instanceof CompanionCall call && call.type() instanceof Type.Record) {
            callForRecord(declare, call, out);
            return;
        } else if (initial instanceof CompanionCall call && activity.isActive(declare.variable())) {
            callCompanion(declare, call, out);
            return;
        } else if (initial instanceof Evaluated read && read.partials().isEmpty()) {
            readRecord(declare, read, out);
            return;
        }
        Variable variable = declare.variable();
        if (ArrayTwins.isArray(variable.type())) {
            Optional<Expression> array = declare.initializer().map(Primal::transform);
            Statement primal = new Declare(variable, array, declare.position());
            out.add(primal);
            arrays.of(primal).ifPresent(out::add);
            return;
        }
        Optional<Expression> value = declare.initializer();
        out.add(new Declare(variable, value.map(Primal::transform), declare.position()));
        if (activity.isActive(variable)) {
            Optional<Expression> tangent = value.map(each -> tangent(each, Algebra.local(variable)));
            out.add(new Declare(tangent(variable), tangent, declare.position()));
        }
    }

    /** The companion of the called method returns the record and puts the tangents of what it holds into an array. */
    private void callForRecord(Declare declare, CompanionCall call, List<Statement> out) {
        Variable record = declare.variable();
        Position position = declare.position();
        if (!activity.isActive(call) || call.callee().results().isEmpty()) {
            out.add(new Declare(record, CompanionMembers.value(call), position));
            return;
        }
        Expression length = Algebra.integer(call.callee().results().size());
        out.add(new Declare(tangents(record), new New(DOUBLES, List.of(length), position), position));
        Expression value = CompanionMembers.forwardOfRecord(call, directions(call), Algebra.local(tangents(record)));
        out.add(new Declare(record, value, position));
    }

    private void readRecord(Declare declare, Evaluated read, List<Statement> out) {
        Variable variable = declare.variable();
        out.add(new Declare(variable, read.value(), declare.position()));
        if (!activity.isActive(variable)) {
            return;
        }
        Returned returned = Returned.of(read);
        Expression tangent = new Element(
                Algebra.local(tangents(returned.record())), Algebra.integer(returned.index()), declare.position());
        out.add(new Declare(tangent(variable), tangent, declare.position()));
    }

    private Variable tangents(Variable record) {
        return tangents.computeIfAbsent(record, each -> names.create(each.name() + "Dot", DOUBLES, Origin.GENERATED));
    }

    private List<Expression> directions(CompanionCall call) {
        List<Expression> directions = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.callee().parameters().get(i).isActive()) {
                Expression argument = call.arguments().get(i);
                boolean isArray = ArrayTwins.isArray(argument.type());
                directions.add(isArray ? arrays.of(argument) : tangent(argument, argument));
            }
        }
        return directions;
    }

    /** The companion of the called method gives value and tangent together. */
    private void callCompanion(Declare declare, CompanionCall call, List<Statement> out) {
        List<Expression> directions = directions(call);
        Variable variable = declare.variable();
        Variable dual = names.create(variable.name() + "Dual", DUAL, Origin.GENERATED);
        Position position = declare.position();
        out.add(new Declare(dual, CompanionMembers.forward(call, directions), position));
        Expression value = new Method(Algebra.local(dual), "value", List.of(), Primitive.DOUBLE, position);
        Expression tangent = new Method(Algebra.local(dual), "tangent", List.of(), Primitive.DOUBLE, position);
        out.add(new Declare(variable, value, position));
        out.add(new Declare(tangent(variable), tangent, position));
    }

    private void assign(Assign assign, List<Statement> out) {
        Expression target = assign.target();
        Statement primal = new Assign(target, Primal.transform(assign.value()), assign.position());
        if (target.type() != Primitive.DOUBLE || !activity.isActive(target)) {
            out.add(primal);
            int place = out.size() - (findsByChanged(assign) ? 1 : 0);
            arrays.of(primal).ifPresent(twin -> out.add(place, twin));
            return;
        }
        Expression tangentTarget = tangent(target);
        Statement tangent =
                new Assign(tangentTarget, grouped(tangentTarget, tangent(assign.value(), target)), assign.position());
        // A tangent may need the target's old value (x = x * y) or its new one (x = exp(y)), never both.
        boolean needsOldValue = readsChanged(assign);
        out.add(needsOldValue ? tangent : primal);
        out.add(needsOldValue ? primal : tangent);
    }

    /** Whether an index or a condition, which the twin of the statement evaluates again, reads what it changes. */
    private boolean findsByChanged(Assign assign) {
        Expression target = assign.target();
        return Stream.of(target, assign.value())
                .anyMatch(whole -> Expressions.any(whole, each -> {
                    Optional<Expression> choice = each instanceof Element element
                            ? Optional.of(element.index())
                            : each instanceof Conditional conditional
                                    ? Optional.of(conditional.condition())
                                    : Optional.empty();
                    return choice.filter(read -> Expressions.any(read, part -> isChanged(target, part)))
                            .isPresent();
                }));
    }

    /** Whether the statement reads what it changes. */
    private boolean readsChanged(Assign assign) {
        Expression target = assign.target();
        return Stream.concat(Stream.of(assign.value()), Expressions.children(target).stream())
                .anyMatch(read -> Expressions.any(read, each -> isChanged(target, each)));
    }

    private boolean isChanged(Expression target, Expression read) {
        return target instanceof Element written
                ? read instanceof Element element
                        && element.type() == written.type()
                        && aliases.mayOverlap(written.array(), element.array())
                : read instanceof Local local && local.variable().equals(((Local) target).variable());
    }

    /** {@code xDot + a + b} as {@code xDot + (a + b)}, to be written {@code xDot += a + b}. */
    private static Expression grouped(Expression target, Expression tangent) {
        List<Expression> addends = new ArrayList<>();
        Expression rest = tangent;
        while (rest instanceof Binary sum && isSum(sum)) {
            boolean added = sum.operator() == BinaryOperator.ADD;
            addends.add(0, added ? sum.right() : Algebra.negate(sum.right()));
            rest = sum.left();
        }
        if (addends.size() < 2 || !rest.equals(target)) {
            return tangent;
        }
        Expression increase = addends.stream().reduce(Algebra::add).orElseThrow();
        return new Binary(BinaryOperator.ADD, target, increase, Primitive.DOUBLE, Position.NONE);
    }

    private static boolean isSum(Binary binary) {
        return binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT;
    }

    private void exit(Return exit, List<Statement> out) {
        Expression result = exit.value().orElseThrow();
        if (result instanceof RecordValue record) {
            exit(record, exit.position(), out);
            return;
        }
        Expression value = named("value", Primal.transform(result), exit.position(), out);
        Expression pathwise = tangent(result, value);
        Expression whole = sites.map(each -> Algebra.asInitializer(Algebra.add(pathwise, each.tangent(value))))
                .orElse(pathwise);
        Expression tangent = named("valueDot", whole, exit.position(), out);
        out.add(new Return(new New(DUAL, List.of(value, tangent), exit.position()), exit.position()));
    }

    /** The values in the record have names, and their tangents go to an array. */
    private void exit(RecordValue record, Position position, List<Statement> out) {
        List<Leaf> leaves = Leaves.of(record.type());
        List<Expression> values = RecordArguments.leaves(record);
        int index = 0;
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).isDifferentiable()) {
                Expression place = new Element(Algebra.local(returned), Algebra.integer(index++), position);
                out.add(new Assign(place, tangent(values.get(i), values.get(i)), position));
            }
        }
        out.add(new Return(record, position));
    }

    private Expression named(String name, Expression value, Position position, List<Statement> out) {
        if (value instanceof Local || Algebra.literal(value).isPresent()) {
            return value;
        }
        Variable variable = names.create(name, Primitive.DOUBLE, Origin.GENERATED);
        out.add(new Declare(variable, value, position));
        return Algebra.local(variable);
    }

    private Expression tangent(Expression value, Expression result) {
        if (!activity.isActive(value)) {
            return Algebra.asInitializer(Algebra.number(0));
        }
        Expression sum = Algebra.number(0);
        for (Linearization.Factor factor :
                Linearization.of(value, result, context).factors()) {
            boolean isArray = ArrayTwins.isArray(factor.leaf().type());
            Expression term = isArray
                    ? CompanionMembers.product(factor.partial(), arrays.of(factor.leaf()))
                    : factor.times(tangent(factor.leaf()));
            sum = Algebra.add(sum, term);
        }
        return Algebra.asInitializer(sum);
    }

    private Expression tangent(Expression leaf) {
        if (leaf instanceof Local local) {
            return Algebra.local(tangent(local.variable()));
        }
        return arrays.ofElement((Element) leaf);
    }

    private Variable tangent(Variable variable) {
        Origin origin = variable.isTemporary() ? Origin.TEMPORARY : Origin.GENERATED;
        return tangents.computeIfAbsent(variable, each -> names.create(each.name() + "Dot", each.type(), origin));
    }
}
