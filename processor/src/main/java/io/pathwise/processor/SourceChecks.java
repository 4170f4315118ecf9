package io.pathwise.processor;

import io.pathwise.processor.calls.CallCheck;
import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.check.Check;
import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.normalize.Records;
import io.pathwise.processor.normalize.ReturnedRecords;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import java.util.ArrayList;
import java.util.List;

/** What is wrong, or doubtful, with methods as they are written, before anything is derived from them. */
final class SourceChecks {
    private final Methods methods;

    /**
     * Prepares the checks of the methods of one class.
     *
     * @param methods all differentiable methods that the class's methods may call
     */
    SourceChecks(Methods methods) {
        this.methods = methods;
    }

    /**
     * What is to be said of a method that is to be differentiated.
     *
     * @param position where the method stands, for what has no place of its own
     */
    List<Diagnostic> ofMethod(Function function, Position position) {
        List<Diagnostic> diagnostics = new ArrayList<>(methods.recordRefusals(function));
        if (diagnostics.isEmpty()) {
            Records.Flat whole = methods.whole(function);
            diagnostics.addAll(CallCheck.check(whole));
            ofEachValue(whole).forEach(each -> diagnostics.add(each.orAt(position)));
            diagnostics.addAll(discreteCalls(function, whole));
        }
        return diagnostics;
    }

    /** What is wrong with a method that is a part of others only; what it may write to is theirs to say. */
    List<Diagnostic> refusalsOfPart(Function function) {
        Records.Flat whole = methods.whole(function);
        return Check.check(whole.program(), whole.sources()).stream()
                .filter(each -> each.code().isError())
                .filter(each -> each.code() != Code.WRITES_PARAMETER_ARRAY)
                .toList();
    }

    private static List<Diagnostic> ofEachValue(Records.Flat whole) {
        if (!(whole.program().result() instanceof Type.Record)) {
            return Check.check(whole.program(), whole.sources());
        }
        return ReturnedRecords.eachValue(whole.program()).stream()
                .flatMap(each -> Check.check(each, whole.sources()).stream())
                .distinct()
                .toList();
    }

    /** Calls that stay calls must not draw whole numbers, and beside such draws not a number of times that nobody knows. */
    private List<Diagnostic> discreteCalls(Function function, Records.Flat whole) {
        List<Diagnostic> refusals = new ArrayList<>();
        boolean isAltered = methods.drawsWholeNumbers(function) && methods.readsFromCursor(function);
        Statements.walkExpressions(whole.program().body(), each -> {
            if (each instanceof CompanionCall call) {
                String text = Printer.print(CallCheck.asWritten(call, whole));
                if (methods.drawsWholeNumbers(call.callee().function())) {
                    refusals.add(Messages.discreteCall(call.position(), text));
                } else if (isAltered && call.callee().noise().arrays()) {
                    refusals.add(Messages.countedCall(call.position(), text));
                }
            }
        });
        return refusals;
    }
}
