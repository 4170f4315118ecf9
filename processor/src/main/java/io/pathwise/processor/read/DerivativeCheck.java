package io.pathwise.processor.read;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks the methods of a class in which the user gives derivatives, whether they are called or not. */
final class DerivativeCheck {
    private final Trees trees;
    private final Elements elements;
    private final Types types;

    DerivativeCheck(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    /** What is wrong with them. */
    List<Diagnostic> check(TypeElement type) {
        TreePath path = trees.getPath(type);
        Members members = new Members(elements, types, type);
        ClassNames names = new ClassNames(elements, members, type, path.getCompilationUnit());
        DerivativeRules rules = new DerivativeRules(names, members, type);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (ExecutableElement rule : DerivativeRules.rules(type)) {
            TreePath tree = trees.getPath(rule);
            Position position =
                    new Source(tree.getCompilationUnit(), trees.getSourcePositions()).position(tree.getLeaf());
            check(rule, rules, members, position).ifPresent(diagnostics::add);
        }
        return diagnostics;
    }

    private static Optional<Diagnostic> check(
            ExecutableElement rule, DerivativeRules rules, Members members, Position position) {
        String name = rule.getSimpleName().toString();
        String of = DerivativeRules.subjectName(rule);
        List<ExecutableElement> subjects = rules.subjects(rule);
        List<ExecutableElement> possible = subjects.stream()
                .filter(DerivativeRules::isSubject)
                .filter(each -> DerivativeRules.isServable(rule, each))
                .toList();
        if (subjects.isEmpty()) {
            return Optional.of(Messages.derivativeOfNothing(position, of));
        } else if (possible.isEmpty()) {
            return Optional.of(Messages.derivativeOfOther(position, of));
        } else if (possible.stream().noneMatch(each -> DerivativeRules.fits(rule, each))) {
            String expected = possible.stream()
                    .map(each -> DerivativeRules.expected(rule, each))
                    .collect(Collectors.joining("' or '"));
            return Optional.of(Messages.derivativeSignature(position, name, of, expected));
        }
        boolean hidden = !members.isAccessibleInPackage(rule)
                || possible.stream()
                        .filter(each -> DerivativeRules.fits(rule, each))
                        .noneMatch(members::isAccessibleInPackage);
        return hidden ? Optional.of(Messages.hiddenDerivative(position, name, of)) : Optional.empty();
    }
}
