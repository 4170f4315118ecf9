package io.pathwise.processor.differentiate;

import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Call;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Expression.SourceField;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Parameter.Kind;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Statement.Return;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.program.Variable.Origin;
import io.pathwise.processor.simplify.Algebra;
import java.util.ArrayList;
import java.util.List;

/** The members for everybody of a method whose noise comes from a cursor: they take arrays and begin a cursor on them. */
public final class CursorOpening {
    private static final String CURSOR = "io.pathwise.runtime.NoiseCursor";
    private static final Type DOUBLES = new Type.ArrayOf(Primitive.DOUBLE);

    private final Callee callee;
    private final Names names;
    private final List<Variable> arrays = new ArrayList<>();

    private CursorOpening(Callee callee, Names names) {
        this.callee = callee;
        this.names = names;
    }

    /**
     * A member that begins a cursor on arrays of noise.
     *
     * @param member the member of this name that takes the cursor
     * @param callee the method to which both belong
     */
    public static Program of(Program member, Callee callee) {
        return new CursorOpening(callee, member.names()).open(member);
    }

    private Program open(Program member) {
        List<Parameter> parameters = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        Variable last = member.parameters().get(member.parameters().size() - 1).variable();
        for (Parameter each : member.parameters()) {
            if (each.kind() == Kind.NOISE) {
                for (Parameter array : callee.noise().parameters()) {
                    Variable variable = names.create(array.variable().name(), DOUBLES, Origin.NOISE);
                    arrays.add(variable);
                    parameters.add(new Parameter(variable, Kind.NOISE, Position.NONE));
                }
                boolean reverse = last.type().equals(new Type.Reference(callee.gradient()));
                arguments.add(reverse ? keptCursor(member, last) : newCursor(member));
            } else {
                parameters.add(each);
                arguments.add(Algebra.local(each.variable()));
            }
        }
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Function target = new Function(callee.companion(), member.name(), types, member.result());
        Block body = Block.of(List.of(new Return(new Call(target, arguments, Position.NONE), Position.NONE)));
        return member.withParameters(parameters).withBody(body, names);
    }

    /** Value and forward mode begin a new cursor. */
    private Expression newCursor(Program member) {
        List<Type> types = List.of(Type.Reference.TEXT, DOUBLES, DOUBLES);
        Function start = new Function(CURSOR, "of", types, new Type.Reference(CURSOR));
        return new Call(start, noise(member), Position.NONE);
    }

    /** Reverse mode begins the gradient's cursor again. */
    private Expression keptCursor(Program member, Variable gradient) {
        Type cursor = new Type.Reference(CURSOR);
        return new Method(Algebra.local(gradient), "noise", noise(member), cursor, Position.NONE);
    }

    private List<Expression> noise(Program member) {
        String displayName = member.owner().substring(member.owner().lastIndexOf('.') + 1) + "."
                + callee.function().name();
        return List.of(
                new Literal(displayName, Type.Reference.TEXT, Position.NONE), array("normals"), array("uniforms"));
    }

    private Expression array(String name) {
        return arrays.stream()
                .filter(each -> each.name().equals(name))
                .map(Algebra::local)
                .findFirst()
                .orElseGet(() ->
                        new SourceField(java.util.Optional.empty(), CURSOR, "NONE", DOUBLES, false, Position.NONE));
    }
}
