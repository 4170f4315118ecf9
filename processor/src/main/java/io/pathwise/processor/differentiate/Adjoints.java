package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.differentiate.Reverse.Normalized;
import io.pathwise.processor.normalize.Versions.Versioned;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ArrayAliases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adjoints of a program's variables: all versions of a variable share one, because each version dies where the next
 * one is assigned.
 */
final class Adjoints {
    private final ArrayTwins arrays;
    private final ArrayAdjoints localArrays;
    private final Set<Variable> parameters;
    private final ArrayAliases aliases;
    private final Versioned versioned;
    private final Activity activity;
    private final Names names;
    private final Variable value;
    private final Map<Variable, Variable> adjoints = new LinkedHashMap<>();
    private final Set<Variable> activeOrigins = new HashSet<>();
    private final Set<Variable> elements = new HashSet<>();
    private final Set<Object> unbounded = new HashSet<>();
    private final Map<Block, List<Variable>> declaredIn = new IdentityHashMap<>();

    Adjoints(Normalized program, Set<Variable> parameters, Names names) {
        this.arrays = new ArrayTwins(program.activity()::isActive, this::ofArray);
        this.localArrays = program.arrays();
        this.parameters = parameters;
        this.aliases = ArrayAliases.of(program.block());
        this.versioned = program.versioned();
        this.activity = program.activity();
        this.value = program.value();
        this.names = names;
        Block whole = program.block();
        Map<Variable, List<Block>> regions = new LinkedHashMap<>();
        parameters.forEach(each -> visit(each, List.of(whole), regions));
        collect(whole, List.of(), regions);
        regions.forEach((origin, path) -> declaredIn
                .computeIfAbsent(path.get(path.size() - 1), block -> new ArrayList<>())
                .add(origin));
    }

    /** Notes for every active variable the innermost block that holds all its versions. */
    private void collect(Block block, List<Block> above, Map<Variable, List<Block>> regions) {
        List<Block> path = new ArrayList<>(above);
        path.add(block);
        block.statements().forEach(each -> collectIn(each, path, regions));
    }

    private void collectIn(Statement statement, List<Block> path, Map<Variable, List<Block>> regions) {
        if (statement instanceof Declare declare) {
            visit(declare.variable(), path, regions);
        }
        for (Statement child : Statements.children(statement)) {
            if (child instanceof Block block) {
                collect(block, path, regions);
            } else {
                collectIn(child, path, regions);
            }
        }
    }

    private void visit(Variable variable, List<Block> path, Map<Variable, List<Block>> regions) {
        Variable origin = versioned.origin(variable);
        if (activity.isActive(variable)) {
            activeOrigins.add(origin);
        }
        regions.merge(origin, path, Adjoints::commonPrefix);
    }

    private static List<Block> commonPrefix(List<Block> first, List<Block> second) {
        int length = 0;
        while (length < first.size() && length < second.size() && first.get(length) == second.get(length)) {
            length++;
        }
        return first.subList(0, length);
    }

    /** Whether a version of the same variable carries a derivative. */
    boolean hasAdjoint(Variable variable) {
        return activeOrigins.contains(versioned.origin(variable));
    }

    /** Whether the variable is the first value of the variable of the source. */
    boolean isFirst(Variable variable) {
        return versioned.origin(variable).equals(variable);
    }

    /** Whether both are values of one variable. */
    boolean sameVariable(Expression leaf, Variable variable) {
        return leaf instanceof Local local && versioned.origin(local.variable()).equals(versioned.origin(variable));
    }

    /** The adjoint of a variable. */
    Variable of(Variable variable) {
        Variable origin = versioned.origin(variable);
        boolean passing = origin.isTemporary() || origin.equals(value);
        Origin kind = passing ? Origin.TEMPORARY : Origin.GENERATED;
        return adjoints.computeIfAbsent(origin, each -> names.create(each.name() + "Bar", each.type(), kind));
    }

    /** The adjoint of a variable or array element. */
    Expression ofLeaf(Expression leaf) {
        if (leaf instanceof Local local) {
            return Algebra.local(of(local.variable()));
        }
        return arrays.ofElement((Element) leaf);
    }

    /** The adjoint of an array. */
    Expression ofArray(Expression array) {
        return arrays.of(array);
    }

    private Expression ofArray(Variable array) {
        return Algebra.local(parameters.contains(array) ? of(array) : localArrays.variable(array));
    }

    /** Declarations of the adjoints of the variables that live in a block, all zero. */
    List<Statement> declarations(Block block, Set<Variable> except) {
        List<Statement> declarations = new ArrayList<>();
        for (Variable origin : declaredIn.getOrDefault(block, List.of())) {
            boolean isScalar = !ArrayTwins.isArray(origin.type());
            if (isScalar && activeOrigins.contains(origin) && !except.contains(origin)) {
                declarations.add(new Declare(of(origin), Algebra.integer(0), Position.NONE));
            }
        }
        return declarations;
    }

    /** Notes that the adjoint may be infinite, because the variable or element stands under a root or the like. */
    void markUnbounded(Expression leaf) {
        unbounded.add(subject(leaf));
    }

    /** Whether the adjoint of a variable or array element may be infinite. */
    boolean isUnbounded(Expression leaf) {
        return unbounded.contains(subject(leaf));
    }

    private Object subject(Expression leaf) {
        if (ArrayTwins.isArray(leaf.type())) {
            return aliases.group(leaf);
        }
        return leaf instanceof Local local
                ? versioned.origin(local.variable())
                : aliases.group(((Element) leaf).array());
    }

    /** Notes that a variable holds the adjoint of an element. */
    void note(Variable elementAdjoint) {
        elements.add(elementAdjoint);
    }

    /** Whether the variable is an adjoint. */
    boolean isAdjoint(Variable variable) {
        return adjoints.containsValue(variable) || elements.contains(variable);
    }
}
