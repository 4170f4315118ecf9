package io.pathwise.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReadingTest {
    @Test
    void readsComponentsAndNewRecords() {
        assertThat(ReadFixture.body("""
                        record Pair(double x, double y) {}
                        record Nest(Pair pair, int n) {}
                        @Pathwise static double f(Pair p, Nest nest) {
                            final var q = new Pair(p.y(), 1);
                            Pair r = p.x > 0 ? nest.pair : (q);
                            r = new Nest(r, 2).pair();
                            return r.x() * nest.pair().y() * nest.n;
                        }
                        """)).isEqualTo("""
                        Demo.Pair q = new Demo.Pair(p.y(), 1);
                        Demo.Pair r = p.x() > 0 ? nest.pair() : q;
                        r = new Demo.Nest(r, 2).pair();
                        return r.x() * nest.pair().y() * nest.n();""");
    }

    @Test
    void knowsWhichComponentsAreConstant() {
        Program program = ReadFixture.program("""
                enum Kind { CALL, PUT }
                record Curve(double rate, @Constant double spread) {}
                record Model(double[] weights, int n, String name, Kind kind, @Constant Curve fixed, Curve curve) {}
                @Pathwise static double f(Model model) { return model.curve().rate(); }
                """);
        Type.Record type = (Type.Record) program.parameters().get(0).variable().type();
        assertThat(type.components())
                .extracting(each -> each.name() + " " + each.isDifferentiable())
                .containsExactly("weights true", "n false", "name false", "kind false", "fixed false", "curve true");
        Type.Record curve = (Type.Record) type.component("curve").orElseThrow().type();
        assertThat(curve.components())
                .containsExactly(
                        new Type.Record.Component("rate", Primitive.DOUBLE, false),
                        new Type.Record.Component("spread", Primitive.DOUBLE, true));
        assertThat(program.parameters().get(0).isActive()).isTrue();
    }

    @Test
    void recordsOfConstantsAreConstant() {
        Program program = ReadFixture.program("""
                record Size(int n, @Constant double width) {}
                record Pair(double x, double y) {}
                @Pathwise static double f(Size size, @Constant Pair pair, double z) { return z; }
                """);
        assertThat(program.activeParameters())
                .extracting(each -> each.variable().name())
                .containsExactly("z");
    }

    @Test
    void methodsMayReturnRecords() {
        List<Program> programs = ReadFixture.programsOf("""
                package demo;
                import io.pathwise.*;
                class Demo {
                    private record Pair(double x, double y) {}
                    @Pathwise private static Pair swap(Pair p) { return new Pair(p.y(), p.x()); }
                    @Pathwise static double f(double x) { return swap(swap(new Pair(x, 2))).y(); }
                }
                """);
        assertThat(programs.get(0).result().javaName()).isEqualTo("demo.Demo.Pair");
        assertThat(ReadFixture.print(programs.get(1)))
                .isEqualTo("return Demo.swap(Demo.swap(new Demo.Pair(x, 2))).y();");
    }
}
