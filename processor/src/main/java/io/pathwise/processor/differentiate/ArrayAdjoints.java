package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import io.pathwise.processor.simplify.ScratchMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adjoints of arrays: arrays of the same shape, which the forward sweep sets up beside the values because references
 * to them go the same ways. All new arrays come from the gradient object, which uses them again in the next call.
 */
final class ArrayAdjoints {
    private final Activity activity;
    private final Variable gradient;
    private final Names names;
    private final Set<Variable> parameters = new HashSet<>();
    private final Map<Variable, Variable> adjoints = new LinkedHashMap<>();
    private final ArrayTwins twins;

    ArrayAdjoints(Program program, Activity activity, Variable gradient, Names names) {
        this.activity = activity;
        this.gradient = gradient;
        this.names = names;
        program.activeParameters().stream().map(Parameter::variable).forEach(parameters::add);
        this.twins = new ArrayTwins(activity::isActive, this::of);
    }

    /** The adjoint of the array to which a variable refers: an array of the gradient, or one of its scratch memory. */
    private Expression of(Variable array) {
        if (parameters.contains(array)) {
            return new Field(Algebra.local(gradient), array.name(), array.type(), Position.NONE);
        }
        return Algebra.local(variable(array));
    }

    /** The variable that refers to the adjoint of a local array. */
    Variable variable(Variable array) {
        Origin origin = array.isTemporary() ? Origin.TEMPORARY : Origin.GENERATED;
        return adjoints.computeIfAbsent(array, each -> names.create(each.name() + "Bar", each.type(), origin));
    }

    /** The snapshots and, of those that refer to arrays, the adjoints. */
    Set<Variable> withAdjoints(Set<Variable> snapshots) {
        Set<Variable> all = new HashSet<>(snapshots);
        adjoints.forEach((array, adjoint) -> {
            if (snapshots.contains(array)) {
                all.add(adjoint);
            }
        });
        return all;
    }

    /** The block with adjoints beside the arrays, and new arrays from the gradient. */
    Block introduce(Program program, Block block) {
        List<Statement> out = new ArrayList<>();
        for (Parameter each : program.parameters()) {
            Variable array = each.variable();
            if (!each.isActive() && ArrayTwins.isArray(array.type()) && activity.isActive(array)) {
                Expression zeros = ArrayTwins.zeros(Algebra.local(array));
                out.add(new Declare(variable(array), zeros, Position.NONE));
            }
        }
        out.addAll(all(block.statements()));
        return new PooledArrays(gradient).in(new Block(out, block.position()));
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            out.add(Rewriting.lists(each, this::all));
            twins.of(each).ifPresent(out::add);
        }
        return out;
    }

    /** Whether the block asks the gradient for arrays, which it must then take back first. */
    static boolean usesPool(Block block) {
        return Statements.anyExpression(block, ScratchMemory::isNewArray);
    }
}
