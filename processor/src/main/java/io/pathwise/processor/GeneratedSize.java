package io.pathwise.processor;

import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.ArgumentSlots;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.split.CodeSize;
import io.pathwise.processor.write.CompanionMethod;
import io.pathwise.processor.write.CompanionMethod.Modes;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether generated methods keep within the limits of class files and of the virtual machine.
 *
 * @param method what was derived from one method
 * @param position where that one stands in its source
 */
record GeneratedSize(CompanionMethod method, Position position) {
    /** The generated method that takes most arguments, if they are too many. */
    Optional<Diagnostic> tooManyParameters() {
        return method.programs()
                .max(Comparator.comparingInt(each -> ArgumentSlots.of(each.parameters())))
                .filter(each -> ArgumentSlots.of(each.parameters()) > ArgumentSlots.MOST)
                .map(each ->
                        Messages.tooManyParameters(position, memberName(each), ArgumentSlots.of(each.parameters())));
    }

    /** The largest generated method, if the virtual machine will not compile it. */
    Optional<Diagnostic> tooLarge() {
        return method.programs()
                .max(Comparator.comparingInt(CodeSize::of))
                .filter(each -> CodeSize.of(each) > CodeSize.LARGEST_COMPILED)
                .map(each -> Messages.tooLarge(position, memberName(each), CodeSize.of(each)));
    }

    private String memberName(Program program) {
        Modes members = new Modes(method.primal(), method.forward(), method.reverse());
        Modes whole = method.fromCursor().orElse(members);
        if (program == whole.forward() || program == members.forward()) {
            return whole.primal().name() + "Forward";
        }
        return program == whole.reverse() || program == members.reverse()
                ? whole.primal().name() + "Reverse"
                : program.name();
    }
}
