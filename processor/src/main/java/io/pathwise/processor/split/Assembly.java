package io.pathwise.processor.split;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns pieces into methods: numbers them in the order of the calls and passes the arrays that they need. */
final class Assembly {
    private final String owner;
    private final String method;
    private final Set<String> taken;
    private final Map<Function, String> names = new HashMap<>();
    private final Parts parts;
    private final Carried carried;
    private final Map<Function, Block> bodies = new LinkedHashMap<>();
    private final Map<Function, BitSet> arrays = new HashMap<>();

    private Assembly(String owner, String method, Set<String> taken, Parts parts, Carried carried) {
        this.taken = taken;
        this.owner = owner;
        this.method = method;
        this.parts = parts;
        this.carried = carried;
    }

    /**
     * The method and its parts; the method does not declare the arrays yet.
     *
     * @param owner qualified name of the class that will hold the parts
     * @param taken names that parts must not have
     */
    static Pieces of(Piece main, String owner, Set<String> taken, Parts parts, Carried carried) {
        Assembly assembly = new Assembly(owner, main.program().name(), taken, parts, carried);
        Block body = Loading.body(main, carried, parts);
        assembly.visit(body);
        List<Program> programs = new ArrayList<>();
        assembly.bodies.forEach((function, each) -> programs.add(assembly.part(function, each)));
        Program program = main.program();
        return new Pieces(program.withBody(assembly.linked(body), program.names()), programs);
    }

    private BitSet visit(Block body) {
        BitSet needed = Unit.named(body);
        for (Function function : parts.calledIn(body)) {
            Block part = Loading.body(parts.of(function).orElseThrow(), carried, parts);
            bodies.put(function, part);
            names.put(function, freeName());
            arrays.put(function, visit(part));
            needed.or(arrays.get(function));
        }
        return needed;
    }

    private String freeName() {
        int number = names.size();
        String name;
        do {
            number++;
            name = method + "Part" + number;
        } while (taken.contains(name) || names.containsValue(name));
        return name;
    }

    private Program part(Function function, Block body) {
        Program program = parts.of(function).orElseThrow().program();
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        needed(function).forEach(each -> parameters.add(new Parameter(each, Parameter.Kind.ADDED, Position.NONE)));
        return new Program(
                program.owner(),
                linked(function).name(),
                parameters,
                program.result(),
                linked(body),
                program.variables(),
                program.position());
    }

    private List<Variable> needed(Function function) {
        return carried.arrays().stream()
                .filter(each -> arrays.get(function).get(each.id()))
                .toList();
    }

    private Block linked(Block body) {
        return Statements.mapExpressions(body, this::linked);
    }

    private Expression linked(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, this::linked);
        if (!(inner instanceof Call call) || !bodies.containsKey(call.function())) {
            return inner;
        }
        List<Expression> arguments = new ArrayList<>(call.arguments());
        needed(call.function()).forEach(each -> arguments.add(new Local(each, Position.NONE)));
        return new Call(linked(call.function()), arguments, call.position());
    }

    private Function linked(Function function) {
        List<Type> types = new ArrayList<>(function.parameters());
        needed(function).forEach(each -> types.add(each.type()));
        return new Function(owner, names.get(function), types, function.result());
    }
}
