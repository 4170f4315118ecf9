package io.pathwise.processor.differentiate;

import io.pathwise.processor.noise.NoiseThreading.Threaded;
import io.pathwise.processor.program.DiscreteStrategy;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.For;
import io.pathwise.processor.program.Statement.If;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Statement.While;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.DiscreteRule;
import io.pathwise.processor.simplify.WholeNumbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Gives every draw of a whole number through which a derivative passes a statement of its own, with parameters that have
 * names, and rewrites it: marked for a mode, or with an outcome that is given.
 */
final class SiteRewriting {
    private final Sites sites;
    private final Set<Variable> parameters;
    private final Names names;
    private final Map<DiscreteStrategy, Numbering> numbering;
    private final Rewrite rewrite;
    private final boolean isMarked;
    private final UnaryOperator<Statement> exit;

    private SiteRewriting(
            Program program,
            Sites sites,
            Names names,
            Map<DiscreteStrategy, Numbering> numbering,
            Rewrite rewrite,
            Purpose purpose) {
        this.sites = sites;
        this.parameters = program.parameters().stream().map(Parameter::variable).collect(Collectors.toSet());
        this.names = names;
        this.numbering = numbering;
        this.rewrite = rewrite;
        this.isMarked = purpose == Purpose.MARK;
        this.exit = purpose == Purpose.COUNT ? each -> new Return(count(numbering), each.position()) : each -> each;
    }

    /** What becomes of a site. */
    @FunctionalInterface
    interface Rewrite {
        /**
         * Rewrites the declaration of a drawn variable.
         *
         * @param site the draw with its number
         * @param draw the draw, of arguments with names
         */
        List<Statement> of(Site site, Variable drawn, Draw draw);
    }

    /**
     * A rewritten program.
     *
     * @param count the number of sites among which one is chosen, at the end of the method, as an expression of its
     *     variables
     */
    record Rewritten(Threaded threaded, Expression count) {}

    private enum Purpose {
        MARK,
        ALTER,
        COUNT
    }

    /** The program with a mark behind every site, whose parameters keep their values until the mark is read. */
    static Rewritten marked(Threaded threaded, Sites sites, Names names) {
        Rewrite mark = (site, drawn, draw) -> List.of(new Declare(drawn, draw, draw.position()), site.mark());
        return apply(threaded, sites, names, mark, Purpose.MARK);
    }

    /** The program with other draws. */
    static Threaded altered(Threaded threaded, Sites sites, Names names, Rewrite rewrite) {
        return apply(threaded, sites, names, rewrite, Purpose.ALTER).threaded();
    }

    /** The program that returns the number of sites of the path among which one is chosen. */
    static Program counting(Threaded threaded, Sites sites) {
        Names names = threaded.program().names();
        Rewrite keep = (site, drawn, draw) -> List.of(new Declare(drawn, draw, draw.position()));
        Program program =
                apply(threaded, sites, names, keep, Purpose.COUNT).threaded().program();
        return new Program(
                program.owner(),
                program.name(),
                program.parameters(),
                Primitive.INT,
                program.body(),
                program.variables(),
                program.position());
    }

    private static Rewritten apply(Threaded threaded, Sites sites, Names names, Rewrite rewrite, Purpose purpose) {
        Program program = threaded.program();
        Map<DiscreteStrategy, Numbering> numbering = new EnumMap<>(DiscreteStrategy.class);
        for (DiscreteStrategy each : sites.strategies()) {
            numbering.put(each, sites.numbering(each, program, names));
        }
        SiteRewriting rewriting = new SiteRewriting(program, sites, names, numbering, rewrite, purpose);
        List<Statement> body = new ArrayList<>();
        numbering.values().forEach(each -> body.addAll(each.opening()));
        body.addAll(rewriting.all(program.body().statements()));
        Program rewritten = program.withBody(Block.of(body), names);
        return new Rewritten(new Threaded(rewritten, threaded.noise()), count(numbering));
    }

    private static Expression count(Map<DiscreteStrategy, Numbering> numbering) {
        Numbering chosen = numbering.get(DiscreteStrategy.COUPLED);
        return chosen == null ? WholeNumbers.ZERO : chosen.number();
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        statements.forEach(each -> statement(each, out));
        return out;
    }

    private Block block(Block block) {
        return new Block(all(block.statements()), block.position());
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof If branch) {
            out.add(new If(branch.condition(), block(branch.then()), block(branch.otherwise()), branch.position()));
        } else if (statement instanceof For loop) {
            out.add(new For(loop.init(), loop.condition(), loop.update(), block(loop.body()), loop.position()));
        } else if (statement instanceof While loop) {
            out.add(new While(loop.condition(), block(loop.body()), loop.position()));
        } else if (statement instanceof Block block) {
            out.add(block(block));
        } else if (statement instanceof Declare declare
                && declare.initializer().orElse(null) instanceof Draw draw
                && declare.variable().type() == Primitive.INT
                && isSite(draw)) {
            site(declare.variable(), draw, out);
        } else {
            Statement rest = Statements.mapExpressions(statement, each -> withoutSites(each, out));
            out.add(rest instanceof Return ? exit.apply(rest) : rest);
        }
    }

    private boolean isSite(Draw draw) {
        return sites.contains(draw);
    }

    private Expression withoutSites(Expression expression, List<Statement> out) {
        if (expression instanceof Draw draw && isSite(draw)) {
            Variable variable = names.create(draw.sampler().name(), draw.type(), Origin.GENERATED);
            site(variable, draw, out);
            return new Local(variable, draw.position());
        }
        return Expressions.mapChildren(expression, each -> withoutSites(each, out));
    }

    private void site(Variable drawn, Draw original, List<Statement> out) {
        DiscreteRule rule = DiscreteRule.of(original.sampler()).orElseThrow();
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < original.arguments().size(); i++) {
            Expression argument = withoutSites(original.arguments().get(i), out);
            arguments.add(isMarked ? named(rule.parameters().get(i), argument, out) : argument);
        }
        Draw draw = original.withArguments(arguments);
        DiscreteStrategy strategy = sites.strategy(original);
        Numbering numbers = numbering.get(strategy);
        Site site = new Site(rule, strategy, numbers.number(), new Local(drawn, Position.NONE), arguments);
        out.addAll(rewrite.of(site, drawn, draw));
        out.addAll(numbers.step());
    }

    /** A parameter is needed again when the path has gone on: an array by then may hold something else. */
    private Expression named(String name, Expression argument, List<Statement> out) {
        boolean isArray = argument.type() instanceof Type.ArrayOf;
        if (argument instanceof Literal || argument instanceof Local local && (!isArray || isSteady(local))) {
            return argument;
        }
        Origin origin = isArray ? Origin.GENERATED : Origin.TEMPORARY;
        Variable variable = names.create(name, argument.type(), origin);
        Expression value =
                isArray ? new Method(argument, "clone", List.of(), argument.type(), Position.NONE) : argument;
        out.add(new Declare(variable, Optional.of(value), argument.position()));
        return new Local(variable, argument.position());
    }

    private boolean isSteady(Local array) {
        return parameters.contains(array.variable());
    }
}
