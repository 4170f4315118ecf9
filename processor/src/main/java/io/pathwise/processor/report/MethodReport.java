package io.pathwise.processor.report;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.split.CodeSize;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionMethod.Modes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is worth knowing about one differentiated method.
 *
 * @param position where the method stands in the source
 * @param variables which variables take part in the derivative
 * @param kept what the reverse sweep reads from memory
 * @param branches where a path may turn
 * @param sizes upper bounds of the bytes of code of each generated method that computes
 * @param helpers names of further members of the companion that belong to the method
 */
public record MethodReport(
        String name,
        Position position,
        VariableFacts variables,
        List<KeptValue> kept,
        List<BranchFact> branches,
        Map<String, Integer> sizes,
        List<String> helpers) {
    public MethodReport {
        kept = List.copyOf(kept);
        branches = List.copyOf(branches);
        helpers = List.copyOf(helpers);
    }

    /**
     * Collects the facts.
     *
     * @param function how the method is called
     * @param method what was derived from it
     * @param whole the method with the helpers that it absorbs
     * @param diagnostics what was found wrong with its class
     */
    public static MethodReport of(
            Function function, CompanionMethod method, Program whole, List<Diagnostic> diagnostics) {
        Modes modes = method.fromCursor().orElse(new Modes(method.primal(), method.forward(), method.reverse()));
        List<Program> reverse = new ArrayList<>(List.of(modes.reverse()));
        method.parts().stream()
                .filter(each -> each.name().startsWith(function.name() + "Reverse"))
                .forEach(reverse::add);
        return new MethodReport(
                function.name(),
                method.source().position(),
                VariableFacts.of(whole, method.records(), method.noise()),
                KeptValue.in(reverse),
                BranchFact.in(whole, diagnostics),
                sizes(function.name(), modes, method.parts()),
                method.helpers().stream().map(Program::name).toList());
    }

    private static Map<String, Integer> sizes(String name, Modes modes, List<Program> parts) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put(name, CodeSize.of(modes.primal()));
        sizes.put(name + "Forward", CodeSize.of(modes.forward()));
        sizes.put(name + "Reverse", CodeSize.of(modes.reverse()));
        Stream<Program> others = parts.stream();
        others.forEach(each -> sizes.put(each.name(), CodeSize.of(each)));
        return sizes;
    }

    /** Whether a member of the companion belongs to the method, and is shown with its value. */
    boolean isHelper(Member member) {
        return helpers.contains(member.name());
    }
}
