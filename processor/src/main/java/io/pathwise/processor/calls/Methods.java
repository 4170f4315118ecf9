package io.pathwise.processor.calls;

import io.pathwise.processor.check.Check;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.differentiate.DiscreteDraws;
import io.pathwise.processor.noise.CalleeNoise;
import io.pathwise.processor.noise.NoiseThreading;
import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.normalize.InitialValues;
import io.pathwise.processor.normalize.Inlining;
import io.pathwise.processor.normalize.LargeExpressions;
import io.pathwise.processor.normalize.LoopHeads;
import io.pathwise.processor.normalize.Lowering;
import io.pathwise.processor.normalize.Records;
import io.pathwise.processor.normalize.ReturnedRecords;
import io.pathwise.processor.normalize.Structuring;
import io.pathwise.processor.normalize.UniformComparisons;
import io.pathwise.processor.normalize.VectorDraws;
import io.pathwise.processor.normalize.VoidMethods;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.CountText;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.NoisePlan;
import io.pathwise.processor.program.NoisePlan.Use;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Printer;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.RecordParameters;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.rules.SamplerRule.Noise;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The differentiable methods that are compiled together, each whole and as its callers see it.
 *
 * <p>A method absorbs the helpers of its class. What stays a call goes to the companion of the called method: methods of
 * other classes, methods that call themselves, and helpers that would make their caller too large.
 */
public final class Methods {
    private final Map<Function, Program> sources;
    private final Map<String, String> companions;
    private final Map<Function, Callee> elsewhere;
    private final Predicate<Type.Record> makeable;
    private final Set<Function> exported;
    private final Set<Function> unannotated;
    private final CallGraph graph = new CallGraph(this::prepared, this::isPart);
    private final Map<Function, Boolean> writing = new HashMap<>();
    private final Map<Function, Program> prepared = new HashMap<>();
    private final Map<Function, Program> absorbed = new HashMap<>();
    private final Map<Function, Records.Flat> flat = new HashMap<>();
    private final Map<Function, Records.Flat> whole = new HashMap<>();
    private final Map<Function, Callee> callees = new HashMap<>();
    private final Map<Function, Threaded> threaded = new HashMap<>();

    /**
     * Collects methods.
     *
     * @param sources the methods as read
     * @param companions the qualified names of the companions by those of the classes
     * @param elsewhere callable methods that are not compiled now
     * @param makeable whether making a record of the components of another gives an equal one
     * @param exported methods that later compilations may call from anywhere
     * @param unannotated methods that nobody asked to differentiate, but which others need as parts
     */
    public Methods(
            Map<Function, Program> sources,
            Map<String, String> companions,
            Map<Function, Callee> elsewhere,
            Predicate<Type.Record> makeable,
            Set<Function> exported,
            Set<Function> unannotated) {
        this.unannotated = Set.copyOf(unannotated);
        this.makeable = makeable;
        this.exported = Set.copyOf(exported);
        this.sources = Map.copyOf(sources);
        this.companions = Map.copyOf(companions);
        this.elsewhere = Map.copyOf(elsewhere);
    }

    /** Whether all that the method calls, directly or through others, can be called. */
    public boolean isComplete(Function function) {
        return graph.withCalled(function).stream()
                .allMatch(each -> elsewhere.containsKey(each)
                        || sources.containsKey(each)
                                && (each.owner().equals(function.owner())
                                        || recordRefusals(each).isEmpty()));
    }

    /**
     * Whether the method is a part of others only: companions return numbers that have derivatives, and records of them,
     * and leave arrays as they are. A method that writes to its arguments is one if a method of its class calls it.
     */
    public boolean isPart(Function function) {
        boolean hasGradient = function.result() == Primitive.DOUBLE || function.result() instanceof Type.Record;
        return !hasGradient || isUnannotated(function) || isCalledBesides(function) && writesArguments(function);
    }

    /** Whether nobody asked to differentiate the method. */
    public boolean isUnannotated(Function function) {
        return unannotated.contains(function);
    }

    /** Whether another method of the class calls it. */
    public boolean isCalledBesides(Function function) {
        return sources.keySet().stream()
                .filter(each -> each.owner().equals(function.owner()) && !each.equals(function))
                .anyMatch(each -> graph.called(each).contains(function));
    }

    private boolean writesArguments(Function function) {
        boolean takesArrays = function.parameters().stream().anyMatch(each -> !(each instanceof Primitive));
        if (!takesArrays || !sources.containsKey(function) || graph.isRecursive(function)) {
            return false;
        }
        Boolean known = writing.get(function);
        if (known == null) {
            known = Check.writesArguments(flat(function).program());
            writing.put(function, known);
        }
        return known;
    }

    /** What is wrong with calls that stay calls, although the called method is only a part of others. */
    public List<Diagnostic> partRefusals(Function function) {
        List<Diagnostic> refusals = new ArrayList<>();
        Statements.walkExpressions(absorbed(function).body(), each -> {
            if (each instanceof Invoke call && sources.containsKey(call.method()) && isPart(call.method())) {
                refusals.add(Messages.partCall(
                        call.position(), Printer.print(call), call.method().signature()));
            }
        });
        return refusals;
    }

    /** What is wrong with the records that the method hands to calls that stay calls, or gets from them. */
    public List<Diagnostic> recordRefusals(Function function) {
        List<Diagnostic> results = CallCheck.checkResults(absorbed(function), this::canReturnToCallers);
        return results.isEmpty() ? CallCheck.checkArguments(handedOver(function), makeable) : results;
    }

    /** Whether the companion has members of a method that returns a record, for the calls that stay calls. */
    public boolean returnsToCallers(Function function) {
        return function.result() instanceof Type.Record
                && canReturnToCallers(function)
                && !isPart(function)
                && (exported.contains(function) || isCalledInClass(function) || isCalledFromOtherClass(function));
    }

    /** Names of members say nothing of overloads. */
    private boolean canReturnToCallers(Function function) {
        Type.Record record = (Type.Record) function.result();
        if (!sources.containsKey(function)) {
            return ReturnedRecords.isSimple(record);
        }
        boolean isOnly = sources.keySet().stream()
                        .filter(each -> each.owner().equals(function.owner()))
                        .filter(each -> each.name().equals(function.name()))
                        .count()
                == 1;
        return isOnly && ReturnedRecords.isSimple(record) && makeable.test(record);
    }

    /** What runs a path again with another outcome gets components, and has no record to hand on whole. */
    private Records.Flat handedOver(Function function) {
        Records.Flat body = flat(function);
        boolean runsAgain = DiscreteDraws.isIn(UniformComparisons.replace(body.program()));
        RecordParameters none = new RecordParameters(body.program().parameters(), List.of());
        return runsAgain ? new Records.Flat(body.program(), none, body.sources()) : body;
    }

    private Optional<Program> prepared(Function function) {
        if (!sources.containsKey(function)) {
            return Optional.empty();
        }
        Program known = prepared.get(function);
        if (known == null) {
            Program structured = Structuring.structure(VoidMethods.valued(LargeExpressions.cut(sources.get(function))));
            Program lowered = InitialValues.whereUnproven(Lowering.lower(structured));
            known = VectorDraws.expand(LoopHeads.settle(lowered));
            prepared.put(function, known);
        }
        return Optional.of(known);
    }

    /** The method with the helpers that it absorbs and without records; what remains are calls of companions. */
    public Records.Flat whole(Function function) {
        Records.Flat known = whole.get(function);
        if (known == null) {
            Records.Flat unlinked = flat(function);
            Program program = UniformComparisons.replace(unlinked.program());
            Block linked = Statements.mapExpressions(program.body(), this::linked);
            known = new Records.Flat(program.withBody(linked, program.names()), unlinked.records(), unlinked.sources());
            whole.put(function, known);
        }
        return known;
    }

    private Records.Flat flat(Function function) {
        Records.Flat known = flat.get(function);
        if (known == null) {
            known = Records.flatten(absorbed(function));
            flat.put(function, known);
        }
        return known;
    }

    /** The method with the helpers that it absorbs. */
    public Program absorbed(Function function) {
        Program known = absorbed.get(function);
        if (known == null) {
            Map<Function, Program> helpers = new HashMap<>();
            for (Function each : graph.called(function)) {
                if (graph.isAbsorbed(function, each)) {
                    helpers.put(each, absorbed(each));
                }
            }
            known = Inlining.inline(prepared(function).orElseThrow(), helpers, this::parameterNames);
            absorbed.put(function, known);
        }
        return known;
    }

    private List<String> parameterNames(Function function) {
        List<Parameter> parameters = elsewhere.containsKey(function)
                ? elsewhere.get(function).records().parameters()
                : prepared(function).map(Program::parameters).orElse(List.of());
        return Parameter.names(parameters);
    }

    private Expression linked(Expression expression) {
        Expression inner = Expressions.mapChildren(expression, this::linked);
        if (inner instanceof Invoke call) {
            Callee callee = callee(call.method());
            return CalleeNoise.attach(new CompanionCall(callee, call.arguments(), List.of(), call.position()));
        }
        return inner instanceof CompanionCall call ? CalleeNoise.attach(call) : inner;
    }

    /** How callers see the method. */
    public Callee callee(Function function) {
        Callee known = elsewhere.containsKey(function) ? elsewhere.get(function) : callees.get(function);
        if (known == null) {
            boolean regular = graph.withCalled(function).stream().allMatch(this::isRegular);
            String companion = companions.get(function.owner());
            Records.Flat body = flat(function);
            known = new Callee(
                    function, companion, body.program().parameters(), body.records(), noise(function), regular);
            callees.put(function, known);
        }
        return known;
    }

    /** The whole method with its noise threaded; from a cursor, if it is one that can do no other. */
    public Threaded threaded(Function function) {
        boolean onlyForCallers = function.result() instanceof Type.Record;
        return (onlyForCallers ? isHandedCursor(function) : readsFromCursor(function))
                ? threadedFromCursor(function)
                : onItsOwn(function);
    }

    /** The whole method with noise from a cursor, as callers hand it on. */
    public Threaded threadedFromCursor(Function function) {
        return NoiseThreading.fromCursor(whole(function).program());
    }

    private Threaded onItsOwn(Function function) {
        Threaded known = threaded.get(function);
        if (known == null) {
            Records.Flat whole = whole(function);
            known = NoiseThreading.thread(whole.program(), whole.records().parameters());
            threaded.put(function, known);
        }
        return known;
    }

    /** Whether all that callers of a method that returns a record hand it as noise is a cursor. */
    private boolean isHandedCursor(Function function) {
        return readsFromCursor(function) || alsoReadsFromCursor(function);
    }

    private NoisePlan noise(Function function) {
        return alsoReadsFromCursor(function) ? NoiseThreading.arraysWithCursor(kinds(function)) : ownNoise(function);
    }

    /** How the members of the companion for everybody take noise. */
    public NoisePlan ownNoise(Function function) {
        if (kinds(function).isEmpty()) {
            return NoisePlan.NONE;
        }
        return readsFromCursor(function)
                ? NoiseThreading.arraysWithCursor(kinds(function))
                : countable(onItsOwn(function).noise());
    }

    /**
     * Whether the companion has members that read from a cursor besides those that do not: callers in other classes do
     * not know how much of its noise the method reads.
     */
    public boolean alsoReadsFromCursor(Function function) {
        return !kinds(function).isEmpty()
                && !readsFromCursor(function)
                && (exported.contains(function) || isCalledFromOtherClass(function))
                && !drawsWholeNumbers(function)
                && ownNoise(function).use() == Use.AT_MOST;
    }

    private boolean isCalledFromOtherClass(Function function) {
        return sources.keySet().stream()
                .filter(each -> !each.owner().equals(function.owner()))
                .anyMatch(each -> graph.called(each).contains(function));
    }

    /** A count that a class file cannot keep is none to callers, so that they fare the same with and without source. */
    private static NoisePlan countable(NoisePlan plan) {
        boolean kept = !plan.arrays()
                || Stream.of(plan.normals(), plan.uniforms())
                        .allMatch(count -> count.flatMap(CountText::write).isPresent());
        Use use = kept ? plan.use() : Use.AT_MOST;
        return new NoisePlan(plan.parameters(), plan.arrays(), plan.normals(), plan.uniforms(), use);
    }

    /** Whether only running the method shows where in the noise of a path its draws, or those of its calls, begin. */
    public boolean readsFromCursor(Function function) {
        if (kinds(function).isEmpty()) {
            return false;
        } else if (graph.isRecursive(function) || callsForArrays(function)) {
            return true;
        }
        return isCalledInClass(function)
                && (onItsOwn(function).noise().arrays()
                        || onItsOwn(function).noise().use() != Use.ALL);
    }

    private boolean isCalledInClass(Function function) {
        return sources.keySet().stream()
                .filter(each -> each.owner().equals(function.owner()))
                .anyMatch(each -> graph.called(each).contains(function) && !graph.isAbsorbed(each, function));
    }

    private boolean callsForArrays(Function function) {
        return Statements.anyExpression(
                absorbed(function).body(),
                each -> each instanceof Invoke call
                                && callee(call.method()).noise().arrays()
                        || each instanceof CompanionCall known
                                && known.callee().noise().arrays());
    }

    /** The kinds of noise that the method draws, itself or through others. */
    private Set<Noise> kinds(Function function) {
        Set<Noise> kinds = EnumSet.noneOf(Noise.class);
        for (Function each : graph.withCalled(function)) {
            kinds.addAll(prepared(each).map(Methods::kindsIn).orElseGet(() -> CalleeNoise.kinds(elsewhere.get(each))));
        }
        return kinds;
    }

    private static Set<Noise> kindsIn(Program program) {
        Set<Noise> kinds = NoiseThreading.kinds(program.body());
        Statements.walkExpressions(program.body(), each -> {
            if (each instanceof CompanionCall call) {
                kinds.addAll(CalleeNoise.kinds(call.callee()));
            }
        });
        return kinds;
    }

    /** Whether a derivative passes through draws of whole numbers of the method. */
    public boolean drawsWholeNumbers(Function function) {
        return sources.containsKey(function)
                && DiscreteDraws.isIn(whole(function).program());
    }

    private boolean isRegular(Function function) {
        return prepared(function)
                .map(Regularity::holds)
                .orElseGet(() -> elsewhere.get(function).regular());
    }
}
