package io.pathwise.processor.calls;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.normalize.ArrayOperations;
import io.pathwise.processor.normalize.Records;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.RecordValue;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordArguments;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Refuses calls that the companion of the called method cannot answer. */
public final class CallCheck {
    private final Records.Flat whole;
    private final Activity activity;
    private final List<Diagnostic> refusals = new ArrayList<>();

    private CallCheck(Records.Flat whole, Activity activity) {
        this.whole = whole;
        this.activity = activity;
    }

    /** The calls in a whole method that have no derivative, or no noise. */
    public static List<Diagnostic> check(Records.Flat whole) {
        Program program = whole.program();
        Set<Variable> inputs =
                program.activeParameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Block body = ArrayOperations.expand(program.body(), program.names());
        CallCheck check = new CallCheck(whole, Activity.of(body, inputs, Set.of()));
        Statements.walkExpressions(body, each -> {
            if (each instanceof CompanionCall call) {
                check.judge(call);
            }
        });
        return List.copyOf(check.refusals);
    }

    /**
     * The calls in a method that return records which companions cannot hand on, and those of methods with a rule that
     * take some.
     *
     * @param returnable whether the companion of a method returns its records
     */
    static List<Diagnostic> checkResults(Program program, Predicate<Function> returnable) {
        List<Diagnostic> refusals = new ArrayList<>();
        Statements.walkExpressions(program.body(), each -> {
            boolean isRefused = each instanceof Invoke invoke
                            && invoke.type() instanceof Type.Record
                            && !returnable.test(invoke.method())
                    || each instanceof CompanionCall known
                            && (known.type() instanceof Type.Record
                                            && !returnable.test(known.callee().function())
                                    || known.callee().rule().isPresent()
                                            && hasRecords(known.callee().function()));
            if (isRefused) {
                refusals.add(Messages.recordCall(each.position(), Printer.print(each)));
            }
        });
        return refusals;
    }

    /** The calls for which a record would have to be made whose constructor may make another one of its components. */
    static List<Diagnostic> checkArguments(Records.Flat flat, Predicate<Type.Record> makeable) {
        List<Diagnostic> refusals = new ArrayList<>();
        Statements.walkExpressions(flat.program().body(), each -> {
            if (each instanceof Invoke || each instanceof CompanionCall) {
                Invoke call = asWritten(each, flat);
                made(call, makeable)
                        .ifPresent(record -> refusals.add(
                                Messages.madeRecord(call.position(), Printer.print(call), record.simpleName())));
            }
        });
        return refusals;
    }

    private static Optional<Type.Record> made(Invoke call, Predicate<Type.Record> makeable) {
        List<Type.Record> made = new ArrayList<>();
        Expressions.walk(call, each -> {
            if (each instanceof RecordValue record && !makeable.test(record.type())) {
                made.add(record.type());
            }
        });
        return made.stream().findFirst();
    }

    /** A call that stays one, with the records that it hands over. */
    public static Invoke asWritten(Expression call, Records.Flat flat) {
        Function function = call instanceof CompanionCall known ? known.callee().function() : ((Invoke) call).method();
        List<Expression> flatArguments =
                call instanceof CompanionCall known ? known.arguments() : ((Invoke) call).arguments();
        Set<Variable> assigned = Statements.assigned(flat.program().body());
        List<Expression> arguments = RecordArguments.assemble(function.parameters(), flatArguments).stream()
                .map(each -> flat.records().restored(each, assigned))
                .map(each -> Expressions.substitute(each, flat.sources()::get))
                .toList();
        return new Invoke(function, arguments, call.position());
    }

    /** Whether the method takes or returns records. */
    static boolean hasRecords(Function method) {
        return method.result() instanceof Type.Record
                || method.parameters().stream().anyMatch(Type.Record.class::isInstance);
    }

    private void judge(CompanionCall call) {
        Callee callee = call.callee();
        String text = Printer.print(asWritten(call, whole));
        for (int i = 0; i < callee.parameters().size(); i++) {
            Parameter parameter = callee.parameters().get(i);
            Expression argument = call.arguments().get(i);
            if (!parameter.isActive()
                    && parameter.variable().type().isDifferentiable()
                    && activity.isActive(argument)) {
                refusals.add(Messages.activeForConstant(
                        call.position(), text, callee.function().signature(), callee.path(parameter.variable())));
            }
        }
        if (callee.draws() && callee.noise().use() == Use.AT_MOST) {
            refusals.add(Messages.unknownNoise(
                    call.position(), text, callee.function().signature()));
        }
    }
}
