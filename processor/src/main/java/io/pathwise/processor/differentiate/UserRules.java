package io.pathwise.processor.differentiate;

import io.pathwise.processor.analyze.Activity;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.CompanionCall;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Evaluated;
import io.pathwise.processor.program.Expression.Length;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Rewriting;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Declare;
import io.pathwise.processor.program.Statement.Evaluate;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.rules.Partial;
import io.pathwise.processor.rules.Rules;
import io.pathwise.processor.rules.SamplerRule;
import io.pathwise.processor.rules.VectorSampler;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates what has derivatives in whole arrays, or derivatives that the user gives: the value and, right beside it, the
 * partials, since the arrays may change afterwards.
 */
final class UserRules {
    private static final Type.ArrayOf DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Activity activity;
    private final Names names;

    private UserRules(Activity activity, Names names) {
        this.activity = activity;
        this.names = names;
    }

    /** The block with the calls evaluated that carry derivatives. */
    static Block apply(Block block, Activity activity, Names names) {
        return new Block(new UserRules(activity, names).all(block.statements()), block.position());
    }

    private List<Statement> all(List<Statement> statements) {
        List<Statement> out = new ArrayList<>();
        for (Statement each : statements) {
            if (each instanceof Declare declare
                    && declare.initializer().orElse(null) instanceof CompanionCall call
                    && call.callee().rule().isPresent()
                    && activity.isActive(declare.variable())) {
                evaluate(call, declare, out);
            } else if (each instanceof Declare declare
                    && declare.initializer().orElse(null) instanceof Draw draw
                    && VectorSampler.takesPart(draw)
                    && activity.isActive(declare.variable())) {
                evaluate(draw, declare, out);
            } else {
                out.add(Rewriting.lists(each, this::all));
            }
        }
        return out;
    }

    private void evaluate(CompanionCall call, Declare declare, List<Statement> out) {
        Callee callee = call.callee();
        Function rule = callee.rule().orElseThrow();
        Variable value = names.version(declare.variable());
        out.add(new Declare(value, CompanionMembers.value(call), declare.position()));
        List<Expression> partials =
                rule.result() == Primitive.DOUBLE ? returned(call, rule, out) : filled(call, rule, out);
        Expression evaluated = new Evaluated(
                callee.function(), Algebra.local(value), call.arguments(), partials, callee.regular(), call.position());
        out.add(new Declare(declare.variable(), evaluated, declare.position()));
    }

    private void evaluate(Draw draw, Declare declare, List<Statement> out) {
        String name = declare.variable().name();
        Variable value = names.version(declare.variable());
        out.add(new Declare(value, Primal.transform(draw), declare.position()));
        SamplerRule rule = Rules.sampler(draw.sampler()).orElseThrow();
        List<Partial> calls = rule.partials().of(draw.arguments(), draw.noise().orElseThrow(), Algebra.local(value));
        List<Expression> partials = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Expression argument = draw.arguments().get(i);
            Expression partial = Algebra.number(0);
            if (activity.isActive(argument)) {
                String by = rule.parameters().get(i);
                String whole = name + "By" + Character.toUpperCase(by.charAt(0)) + by.substring(1);
                Variable array = names.create(whole, DOUBLES, Origin.GENERATED);
                partial = Algebra.local(array);
                out.add(declare(array, new Length(argument, Position.NONE)));
                out.add(new Evaluate(writing((Call) calls.get(i).value(), partial), draw.position()));
            }
            partials.add(partial);
        }
        Expression evaluated =
                new Evaluated(draw.sampler(), Algebra.local(value), draw.arguments(), partials, true, draw.position());
        out.add(new Declare(declare.variable(), evaluated, declare.position()));
    }

    private static Call writing(Call partials, Expression array) {
        List<Expression> arguments = new ArrayList<>(partials.arguments());
        arguments.add(array);
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function function = partials.function();
        return new Call(new Function(function.owner(), function.name(), types, null), arguments, partials.position());
    }

    private List<Expression> returned(CompanionCall call, Function rule, List<Statement> out) {
        List<Expression> partials = new ArrayList<>();
        for (Parameter each : call.callee().parameters()) {
            Expression partial = Algebra.number(0);
            if (each.isActive()) {
                Variable variable = partial(call.callee().partialName(each.variable()), Primitive.DOUBLE);
                out.add(new Declare(variable, new Call(rule, call.arguments(), call.position()), call.position()));
                partial = Algebra.local(variable);
            }
            partials.add(partial);
        }
        return partials;
    }

    private List<Expression> filled(CompanionCall call, Function rule, List<Statement> out) {
        Callee callee = call.callee();
        List<Expression> arrays = new ArrayList<>();
        List<Statement> reads = new ArrayList<>();
        List<Expression> partials = new ArrayList<>();
        int numbers =
                (int) callee.parameters().stream().filter(UserRules::isNumber).count();
        Variable ofNumbers = names.create(callee.function().name() + "Partials", DOUBLES, Origin.GENERATED);
        if (numbers > 0) {
            out.add(declare(ofNumbers, Algebra.integer(numbers)));
            arrays.add(Algebra.local(ofNumbers));
        }
        int index = 0;
        for (int i = 0; i < callee.parameters().size(); i++) {
            Parameter parameter = callee.parameters().get(i);
            Expression argument = call.arguments().get(i);
            Expression partial = Algebra.number(0);
            if (isNumber(parameter)) {
                Variable variable = partial(callee.partialName(parameter.variable()), Primitive.DOUBLE);
                Expression read = new Element(Algebra.local(ofNumbers), Algebra.integer(index++), Position.NONE);
                reads.add(new Declare(variable, read, call.position()));
                partial = Algebra.local(variable);
            } else if (parameter.isActive()) {
                Variable variable =
                        names.create(callee.partialName(parameter.variable()), argument.type(), Origin.GENERATED);
                out.add(declare(variable, new Length(argument, Position.NONE)));
                arrays.add(Algebra.local(variable));
                partial = Algebra.local(variable);
            }
            partials.add(partial);
        }
        List<Expression> arguments = new ArrayList<>(call.arguments());
        arguments.addAll(arrays);
        out.add(new Evaluate(new Call(rule, arguments, call.position()), call.position()));
        out.addAll(reads);
        return partials;
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.isActive() && parameter.variable().type() == Primitive.DOUBLE;
    }

    private Variable partial(String name, Type type) {
        return names.create(name, type, Origin.TEMPORARY);
    }

    private static Statement declare(Variable array, Expression length) {
        return new Declare(array, new New(array.type(), List.of(length), Position.NONE), Position.NONE);
    }
}
