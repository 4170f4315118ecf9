package io.pathwise.processor.calls;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses calls that the companion of the called method cannot answer. */
public final class CallCheck {
    private final Activity activity;
    private final List<Diagnostic> refusals = new ArrayList<>();

    private CallCheck(Activity activity) {
        this.activity = activity;
    }

    /** The calls in a whole method that have no derivative, or no noise. */
    public static List<Diagnostic> check(Program program) {
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Block body = ArrayOperations.expand(program.body(), program.names());
        CallCheck check = new CallCheck(Activity.of(body, inputs, Set.of()));
        Statements.walkExpressions(body, each -> {
            if (each instanceof CompanionCall call) {
                check.judge(call);
            }
        });
        return List.copyOf(check.refusals);
    }

    /** The calls in a method that hand over or return records. */
    public static List<Diagnostic> checkRecords(Program program) {
        List<Diagnostic> refusals = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof Invoke call && hasRecords(call.method())) {
                refusals.add(Messages.recordCall(call.position(), Printer.print(call)));
            } else if (each instanceof CompanionCall call
                    && hasRecords(call.callee().function())) {
                Invoke text = new Invoke(call.callee().function(), call.arguments(), call.position());
                refusals.add(Messages.recordCall(call.position(), Printer.print(text)));
            }
        });
        return refusals;
    }

    /** Whether the method takes or returns records. */
    static boolean hasRecords(Function method) {
        return method.result() instanceof Type.Record
                || method.parameters().stream().anyMatch(Type.Record.class::isInstance);
    }

    private void judge(CompanionCall call) {
        Callee callee = call.callee();
        String text = Printer.print(new Invoke(callee.function(), call.arguments(), call.position()));
        for (int i = 0; i < callee.parameters().size(); i++) {
            Parameter parameter = callee.parameters().get(i);
            Expression argument = call.arguments().get(i);
            if (!parameter.isActive()
                    && parameter.variable().type().isDifferentiable()
                    && activity.isActive(argument)) {
                refusals.add(Messages.activeForConstant(
                        call.position(),
                        text,
                        callee.function().signature(),
                        parameter.variable().name()));
            }
        }
        if (callee.draws() && callee.noise().use() == Use.AT_MOST) {
            refusals.add(Messages.unknownNoise(
                    call.position(), text, callee.function().signature()));
        }
    }
}
