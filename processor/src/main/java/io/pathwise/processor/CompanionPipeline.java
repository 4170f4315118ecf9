package io.pathwise.processor;

import io.pathwise.processor.Derivation.Derived;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.write.Companion;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives every method of a class and writes the companion that holds the results. */
final class CompanionPipeline implements Pipeline {
    @Override
    public Outcome run(ClassSource source) {
        Derivation derivation = new Derivation(source.byFunction(), source.companionName());
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<CompanionMethod> methods = new ArrayList<>();
        for (Program program : source.programs()) {
            Derived derived = derivation.derive(program);
            diagnostics.addAll(derived.diagnostics());
            derived.method().ifPresent(methods::add);
        }
        boolean complete = methods.size() == source.programs().size();
        return new Outcome(
                diagnostics.stream().distinct().toList(),
                complete ? Optional.of(CompanionWriter.write(companion(source, methods))) : Optional.empty());
    }

    private static Companion companion(ClassSource source, List<CompanionMethod> methods) {
        return new Companion(
                source.packageName(),
                source.className(),
                source.displayName(),
                source.isPublic(),
                source.generatedAnnotationAvailable(),
                methods,
                source.originating());
    }
}
