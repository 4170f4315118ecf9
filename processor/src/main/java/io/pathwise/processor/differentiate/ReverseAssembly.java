package io.pathwise.processor.differentiate;

import io.pathwise.processor.differentiate.Reverse.Normalized;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Field;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Break;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Statement.Explained;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts forward and reverse sweep together and hands the parameters' adjoints to the gradient. */
final class ReverseAssembly {
    private final Program program;
    private final Normalized normalized;
    private final Variable seed;
    private final Variable gradient;
    private final Adjoints adjoints;
    private final Kept kept;
    private final ReverseSweep reverse;
    private final ForwardSweep forward;

    ReverseAssembly(Program program, Normalized normalized, Variable seed, Variable gradient, Names names) {
        this.program = program;
        this.normalized = normalized;
        this.seed = seed;
        this.gradient = gradient;
        Set<Variable> inputs = program.activeParameters().stream()
                .map(Parameter::variable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.adjoints = new Adjoints(normalized, inputs, names);
        this.kept = new Kept(new Memory(gradient, names));
        Linearization.Context context =
                new Linearization.Context(normalized.activity()::isActive, normalized.definitions()::of);
        this.reverse = new ReverseSweep(adjoints, context, kept, names);
        this.forward = new ForwardSweep(kept);
    }

    Block body() {
        List<Statement> sweeps = new ArrayList<>();
        Optional<Variable> result = normalized.result();
        boolean active = result.isPresent() && normalized.activity().isActive(result.get());
        if (active) {
            sweeps.addAll(sweeps());
            sweeps.addAll(handOver());
        } else {
            sweeps.addAll(forward.of(normalized.block().statements()));
        }
        result.ifPresent(value -> sweeps.add(new Return(Algebra.local(value), Position.NONE)));
        return Block.of(GradientFields.direct(sweeps, parameterAdjoints(), gradient));
    }

    private List<Statement> sweeps() {
        Block block = normalized.block();
        Set<Variable> visible =
                program.parameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        Frame frame = new Frame(null, visible, true);
        List<Statement> seeding = new ArrayList<>();
        Variable valueBar = adjoints.of(normalized.value());
        seeding.add(new Declare(valueBar, Algebra.local(seed), Position.NONE));
        for (Parameter each : program.activeParameters()) {
            if (!each.variable().type().equals(Primitive.DOUBLE)) {
                Variable array = adjoints.of(each.variable());
                seeding.add(new Declare(array, field(each), Position.NONE));
            }
        }
        return region(block, frame, seeding);
    }

    /**
     * A block with the forward sweep of its statements and, after it, the reverse sweep. A branch at the end runs
     * forward and at once backward, so that its values are there for both.
     */
    private List<Statement> region(Block block, Frame frame, List<Statement> seeding) {
        List<Statement> statements = block.statements();
        int end = statements.size();
        boolean branches = end > 0 && statements.get(end - 1) instanceof If;
        List<Statement> straight = branches ? statements.subList(0, end - 1) : statements;
        Frame inside = frame.seeing(declared(straight));
        List<Statement> opening = new ArrayList<>(seeding);
        opening.addAll(adjoints.declarations(block, seeded(seeding)));
        List<Statement> fused = branches ? List.of(fused((If) statements.get(end - 1), inside)) : List.of();
        boolean leaves =
                end > 0 && (statements.get(end - 1) instanceof Return || statements.get(end - 1) instanceof Break);
        List<Statement> backward = leaves ? List.of() : reverse.of(straight, inside);
        // The reverse sweep decides what the forward sweep keeps, so it comes first here.
        List<Statement> forwards = forward.of(straight);
        List<Statement> out = new ArrayList<>();
        if (!seeding.isEmpty()) {
            kept.hoisted().forEach(each -> out.add(new Declare(each, Scopes.zero(each.type()), Position.NONE)));
        }
        out.addAll(forwards);
        if (branches || leaves) {
            out.addAll(opening);
            out.addAll(fused);
            out.addAll(backward);
            return out;
        }
        List<Statement> sweep = new ArrayList<>(opening);
        sweep.addAll(backward);
        if (!seeding.isEmpty()) {
            return sections(out, sweep);
        }
        out.addAll(sweep);
        return out;
    }

    /** Memory whose size the arguments tell is asked for at the start. */
    private List<Statement> memoryFirst(List<Statement> forward) {
        Set<Variable> arguments =
                program.parameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        arguments.add(gradient);
        Predicate<Statement> isMemory = each -> each instanceof Declare declare
                && declare.initializer().orElse(null) instanceof Expression.Method memory
                && arguments.containsAll(Expressions.variables(memory));
        List<Statement> ordered =
                new ArrayList<>(forward.stream().filter(isMemory).toList());
        forward.stream().filter(isMemory.negate()).forEach(ordered::add);
        return ordered;
    }

    private List<Statement> sections(List<Statement> forward, List<Statement> backward) {
        int checks = 0;
        while (checks < forward.size() && forward.get(checks) instanceof Evaluate) {
            checks++;
        }
        List<Statement> sections = new ArrayList<>(forward.subList(0, checks));
        List<Statement> rest = forward.subList(checks, forward.size());
        sections.add(new Explained("forward sweep", memoryFirst(rest), Position.NONE));
        sections.add(new Explained("reverse sweep", backward, Position.NONE));
        return sections;
    }

    private If fused(If branch, Frame frame) {
        return new If(
                Primal.transform(branch.condition()),
                Block.of(region(branch.then(), frame, List.of())),
                Block.of(region(branch.otherwise(), frame, List.of())),
                branch.position());
    }

    private static Set<Variable> declared(List<Statement> statements) {
        Set<Variable> declared = new HashSet<>();
        for (Statement each : statements) {
            if (each instanceof Declare declare) {
                declared.add(declare.variable());
            } else if (each instanceof Explained explained) {
                declared.addAll(declared(explained.statements()));
            }
        }
        return declared;
    }

    /** The variables whose adjoints the seeding declares. */
    private Set<Variable> seeded(List<Statement> seeding) {
        Set<Variable> seeded = new HashSet<>();
        if (!seeding.isEmpty()) {
            seeded.add(normalized.value());
            program.activeParameters().stream()
                    .map(Parameter::variable)
                    .filter(each -> !each.type().equals(Primitive.DOUBLE))
                    .forEach(seeded::add);
        }
        return seeded;
    }

    private List<Statement> handOver() {
        List<Statement> out = new ArrayList<>();
        for (Parameter each : program.activeParameters()) {
            if (each.variable().type().equals(Primitive.DOUBLE) && adjoints.hasAdjoint(each.variable())) {
                Expression adjoint = Algebra.local(adjoints.of(each.variable()));
                out.add(ReverseSweep.increase(field(each), adjoint));
            }
        }
        return out;
    }

    private java.util.Map<Variable, String> parameterAdjoints() {
        java.util.Map<Variable, String> byAdjoint = new java.util.LinkedHashMap<>();
        for (Parameter each : program.activeParameters()) {
            if (each.variable().type().equals(Primitive.DOUBLE)) {
                byAdjoint.put(adjoints.of(each.variable()), each.variable().name());
            }
        }
        return byAdjoint;
    }

    private Expression field(Parameter parameter) {
        Variable variable = parameter.variable();
        return new Field(Algebra.local(gradient), variable.name(), variable.type(), Position.NONE);
    }
}
