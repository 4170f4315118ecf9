package io.pathwise.processor.check;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.analyze.Dependence;
import io.pathwise.processor.analyze.Influence;
import io.pathwise.processor.check.continuity.BranchJumps;
import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges whether a program can be differentiated, and where the derivative of its expectation is not what the path alone
 * shows.
 */
public final class Check {
    private Check() {}

    /**
     * Checks a program as it was read, calls of other differentiable methods replaced by their bodies.
     *
     * @return errors for what cannot be differentiated, then warnings for jumps; the latter only if there are no errors
     */
    public static List<Diagnostic> check(Program program) {
        return check(program, Map.of());
    }

    /**
     * The same for a program in which variables stand for something else in the source.
     *
     * @param sources what messages show in place of these variables
     */
    public static List<Diagnostic> check(Program program, Map<Variable, Expression> sources) {
        Dependence dependence = Dependence.of(program);
        SourceText text = new SourceText(program, sources);
        Activity varied = varied(program);
        List<Diagnostic> refusals = new ArrayList<>(new Whitelist(dependence, varied).check(program));
        refusals.addAll(ForeignWrites.find(program, text));
        return refusals.isEmpty() ? jumps(program, text, dependence, varied) : refusals;
    }

    private static Activity varied(Program program) {
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        return Activity.varied(ArrayOperations.expand(program.body(), program.names()), inputs);
    }

    /** Whether the method writes, or may write, to an array of its caller. */
    public static boolean writesArguments(Program program) {
        return ForeignWrites.find(program, new SourceText(program, Map.of())).stream()
                .anyMatch(each -> each.code() == Code.WRITES_PARAMETER_ARRAY);
    }

    private static List<Diagnostic> jumps(Program program, SourceText text, Dependence dependence, Activity varied) {
        Influence influence = Influence.of(program);
        Stream<Diagnostic> branches = BranchJumps.find(program, dependence, influence).stream()
                .map(condition -> Messages.jump(condition.position(), text.of(condition)));
        Stream<Diagnostic> functions = JumpingFunctions.find(program, dependence, varied, influence).stream()
                .map(call -> dependence.of(call).random()
                        ? Messages.jumpingFunction(call.position(), text.of(call))
                        : Messages.droppedFraction(call.position(), text.of(call)));
        return onePerPlace(Stream.concat(branches, functions));
    }

    /** A helper that is called twice is in the program twice. */
    private static List<Diagnostic> onePerPlace(Stream<Diagnostic> diagnostics) {
        Set<Position> told = new HashSet<>();
        return diagnostics
                .filter(each -> each.position().equals(Position.NONE) || told.add(each.position()))
                .toList();
    }
}
