package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import io.pathwise.runtime.PathwiseFunction;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of enums and of strings: constants that decide what is computed. */
class ArraysOfNamesTest {
    private static final String KIND = """
            package lib;
            public enum Kind {
                CALL, PUT, CASH;
                public static final Kind[] FIRST = {CALL, PUT};
                public int sign() { return this == CALL ? 1 : -1; }
                public Kind next() { return values()[(ordinal() + 1) % 3]; }
            }
            """;

    private static final String BOOK = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            import java.util.Arrays;
            import lib.Kind;
            class Book {
                @Pathwise %s double f(double x, double y, Kind[] kinds, Side[] sides, String[] names, int n) {
                    %s
                }
                enum Side { LONG, SHORT; double weight(double x) { return this == LONG ? x : -2 * x; } }
                static final Kind[] LEGS = {Kind.PUT, Kind.CALL};
                private static final String[] NAMES = {"rate", "carry", "rate"};
                final Side[] held = {Side.SHORT, Side.LONG};
                record Deal(Kind[] kinds, double amount, String[] tags, String name) {}
                static int count(Kind[] kinds, Kind wanted) {
                    int n = 0;
                    for (Kind each : kinds) { if (each == wanted) { n++; } }
                    return n;
                }
                static int several(String... all) { return all.length; }
                static <E extends Enum<E>> int last(E[] all) { return all[all.length - 1].ordinal(); }
                static Kind[] reversed(Kind[] kinds) { return new Kind[] {kinds[1], kinds[0]}; }
                static int among(Object[] all, String one) { return Arrays.asList(all).indexOf(one); }
                @Pathwise static double payoff(double x, double y, Kind kind) {
                    return switch (kind) { case CALL -> x * x; case PUT -> x * y; default -> Math.sin(y); };
                }
                @Pathwise static int first(Kind[] kinds, Kind wanted) {
                    for (int i = 0; i < kinds.length; i++) { if (kinds[i] == wanted) { return i; } }
                    return -1;
                }
                @Pathwise static void shift(Kind[] kinds, String[] tags) {
                    for (int i = 0; i < kinds.length; i++) { kinds[i] = kinds[i].next(); tags[0] += kinds[i].name(); }
                }
                @Pathwise static double total(double x, double y, Kind[] kinds, int n) {
                    double s = 0;
                    for (Kind each : kinds) { s += payoff(x, y * (s + 1), each); }
                    return s * n;
                }
                @Pathwise static double nested(double x, Kind[] kinds, int n) {
                    return n == 0 ? x : Math.sin(x) * kinds[n %% kinds.length].sign() * nested(x * 0.5, kinds, n - 1);
                }
                static final class Inner {
                    @Pathwise static double of(double x, String[] names) {
                        return names.length * x * x * (names[0].equals("rate") ? 2 : 3);
                    }
                }
            }
            """;

    private static Subject subject(String modifier, String body) {
        return new Subject(Programs.compile(KIND, BOOK.formatted(modifier, body)), "demo.Book", "f", Set.of());
    }

    private static void check(Subject subject) {
        Object kinds = array(subject, "lib.Kind", 1, 0, 2, 1);
        Object sides = array(subject, "demo.Book$Side", 0, 1, 1);
        for (int n : new int[] {0, 1, 3}) {
            String[] names = {"rate", n == 1 ? "spread" : "carry", "x"};
            Modes.check(subject, Point.at(0.7, 1.3, kinds, sides, names, n).normals(0.4, -0.2, 0.9, 0.1));
        }
    }

    private static Object array(Subject subject, String type, int... ordinals) {
        try {
            Class<?> named = Class.forName(type, true, subject.companion().getClassLoader());
            Object array = Array.newInstance(named, ordinals.length);
            for (int i = 0; i < ordinals.length; i++) {
                Array.set(array, i, named.getEnumConstants()[ordinals[i]]);
            }
            return array;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return kinds[n] == Kind.CALL ? x * y : x * x * y;",
                "double s = x; for (Kind k : kinds) { s = s * y + k.sign() * Math.sin(s); } return s;",
                "double s = x; for (Kind k : kinds) { switch (k) { case CALL: s *= y; break; case PUT: s = Math.sin(s); break; default: s += x; } } return s;",
                "double s = 0; for (int i = 0; i < kinds.length; i++) { s += switch (kinds[i]) { case CALL -> x; case PUT -> y; case CASH -> x * y; }; } return s * s;",
                "double s = x; for (String t : names) { s = switch (t) { case \"rate\" -> s * s; case \"carry\" -> s * y; default -> s + x; }; } return s;",
                "double s = 0; for (int i = 0; i < names.length; i++) { if (names[i].equals(\"carry\") || \"x\".equals(names[i])) { s += x * i; } } return s * y;",
                "double s = x; for (Side side : sides) { s += side == Side.LONG ? Sampler.normal(s, y) : side.weight(n) * s; } return s;",
                "Kind[] own = kinds; var last = own[own.length - 1]; return last == kinds[0] ? x * y : y;",
                "Kind[] own = n > 0 ? kinds : LEGS; double s = y; for (var k : own) { s = s * x * k.sign() + y; } return s;",
                "Kind[] own; if (n == 0) { own = LEGS; } else { own = kinds; } return x * own.length * own[1].sign() * y;",
                "kinds = LEGS; return x * kinds[0].sign() * y * kinds.length;",
                "double s = x; Kind[] own = kinds; for (int i = 0; i < n; i++) { s = s * s * own[i % 2].sign() + y; own = i > 0 ? LEGS : kinds; } return s;",
                "double s = x; String[] own = names; for (int i = 0; i < n; i++) { s = Math.sin(s) * own[i].length() + y; own = NAMES; } return s;",
                "return x * LEGS[n % 2].sign() * NAMES[n % 3].length() * Kind.FIRST[0].ordinal() + y * y;",
                "double s = 0; for (String t : NAMES) { s += t.equals(names[0]) ? x * y : y; } return s * s;",
                "double s = 0; for (Kind k : Kind.values()) { s += x * count(kinds, k) * k.ordinal(); } return s * y;",
                "return payoff(x, y, kinds[n]) * payoff(y, x, LEGS[0]) + total(x, y, kinds, 2) + total(y, x, LEGS, n);",
                "return nested(x * y, kinds, n) * Inner.of(y, names) + Inner.of(x, NAMES);",
                "Kind[] r = reversed(kinds); return payoff(x, y, r[0]) * (among(names, \"carry\") + 3) * reversed(r)[0].ordinal();",
                "return x * String.join(\"-\", names).length() * y * Arrays.hashCode(names);",
                "return \"a,b,cc\".split(\",\")[n % 3].length() * x * y;",
                "return x * several(names) * several(names[0], \"a\") * (last(kinds) + last(sides)) * y;",
                "if (names == null || names.length < 3) { throw new IllegalArgumentException(Arrays.toString(names)); } return x * y * y;",
                "return kinds[0] == null || names[0] == null ? x : x * y * y;",
                "int i = 0; double s = x; while (i < kinds.length && kinds[i] != Kind.CASH) { s = s * y + kinds[i++].sign(); } return s;",
            })
    void constantArraysDecide(String body) {
        check(subject("static", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kind[] own = new Kind[n + 1]; for (int i = 0; i <= n; i++) { own[i] = kinds[i].next(); } return payoff(x, y, own[n]) * own.length;",
                "Kind[] own = {Kind.CASH, kinds[n], Kind.CALL}; double s = x; for (Kind k : own) { s = s * y + k.sign(); } return s;",
                "Kind[] own = kinds.clone(); double s = x; for (int i = 0; i < n; i++) { s = payoff(s, y, own[i]); own[i + 1] = own[i].next(); own[0] = Kind.PUT; } return s;",
                "String[] own = new String[] {\"a\" + n, names[0]}; own[0] += own[1]; return x * own[0].length() * y;",
                "String[] own = new String[2]; own[1] = \"b\"; return own[0] == null ? x * y * own[1].length() : x;",
                "Kind[][] table = {kinds, LEGS}; double s = 0; for (Kind[] row : table) { for (Kind k : row) { s += payoff(x, y, k); } } return s * table[n % 2].length;",
                "Kind[][] table = new Kind[2][3]; table[1][2] = Kind.PUT; Kind[] row = table[1]; row[0] = row[2]; return payoff(x, y, table[1][0]);",
                "Kind[] own = new Kind[3]; Arrays.fill(own, kinds[n]); System.arraycopy(kinds, 0, own, 0, 2); return payoff(x, y, own[1]) + payoff(y, x, own[2]);",
                "String[] own = Arrays.copyOf(names, 2); own[0] = \"longer\"; String[] part = Arrays.copyOfRange(own, 0, 1); return x * y * part[0].length() + names[0].length();",
                "Kind[] own = {Kind.CALL}; double s = x; for (int i = 0; i < 4; i++) { s = payoff(s, y, own[0]); own[0] = own[0].next(); } return s * s;",
                "String[] own = {\"a\"}; double s = x; for (int i = 0; i < 4; i++) { s = 0.3 * Math.sin(s) * own[0].length() + 0.1 * y * own[0].length() * s; own[0] += \"a\"; } return s * s * own[0].length();",
                "String[] own = {\"b\", \"a\"}; double s = x; for (int i = 0; i < 4; i++) { s = Math.sin(s) * (among(own, \"a\") + 3) + y; own[i % 2] = i > 1 ? \"a\" : \"c\"; } return s * s;",
                "Kind[] own = {Kind.CALL, Kind.PUT}; double s = x; for (int i = 0; i < 4; i++) { s = s * y * count(own, Kind.PUT) + Math.sin(s); Kind first = own[0]; own[0] = own[1]; own[1] = first.next(); } return s * s;",
                "Kind[] own = kinds; double s = x; for (int i = 0; i < n; i++) { s = s * y + own[0].sign() * Math.sin(s); own = reversed(own); } return s * own[1].sign();",
                "Kind[][] table = {LEGS.clone(), {Kind.CASH}}; double s = x; for (int i = 0; i < n; i++) { s = payoff(s, y, table[1][0]); table[1] = table[0]; table[0][0] = table[1][1].next(); } return s;",
                "Kind[] own = kinds.clone(); String[] tags = {\"\"}; shift(own, tags); return payoff(x, y, own[0]) * tags[0].length() * (first(own, Kind.CASH) + 2);",
                "Kind[] own = {x > 0.1 ? Kind.CALL : Kind.PUT}; return payoff(x, y, own[0]);",
            })
    void arraysOfItsOwnAreWrittenTo(String body) {
        check(subject("static", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = x; for (Side side : held) { s = s * y + side.ordinal() * x; } return s;",
                "Side[] own = this.held; return own[n % 2] == Side.LONG ? x * y : Math.sin(y) * sides.length;",
            })
    void fieldsOfObjects(String body) {
        check(subject("", body));
    }

    @Test
    void componentsOfRecords() {
        Subject subject = new Subject(
                Programs.compile(KIND, BOOK.formatted("static", "return x * y;"), """
                        package demo;
                        import io.pathwise.Pathwise;
                        class Desk {
                            @Pathwise static double g(Book.Deal deal, double x, Book.Side[] sides) {
                                double s = deal.amount() * sides[0].weight(2);
                                for (lib.Kind k : deal.kinds()) { s = Book.payoff(s, x, k); }
                                return s * deal.tags()[0].length() * deal.name().length() * h(deal, x);
                            }
                            @Pathwise static double h(Book.Deal deal, double x) {
                                Book.Deal own = new Book.Deal(deal.kinds(), x * deal.amount(), new String[] {"a"}, deal.name());
                                return own.kinds().length * own.amount() * own.tags().length;
                            }
                        }
                        """), "demo.Desk", "g", Set.of());
        Object kinds = array(subject, "lib.Kind", 0, 1, 1);
        Modes.check(
                subject,
                Point.at(
                        RecordArgument.of(kinds, 0.8, new String[] {"abc"}, "name"),
                        1.1,
                        array(subject, "demo.Book$Side", 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kinds[0] = Kind.PUT; return x;                                       | WritesParameterArray 9:14
            Kind[] own = kinds; own[n] = Kind.PUT; return x;                     | WritesParameterArray 9:32
            Kind[] own = n > 0 ? kinds.clone() : LEGS; own[n] = Kind.PUT; return x; | UnsupportedStatement 9:55
            Arrays.fill(names, "a"); return x;                                   | WritesParameterArray 9:20
            kinds = sides; return x;                                             | TypeMismatch 9:17
            kinds[0] = names[0]; return x;                                       | UnsupportedExpression 9:25
            shift(kinds, names.clone()); return x;                               | WritesParameterArray 9:15
            names[0] = kinds[0]; return x;                                       | TypeMismatch 9:25
            Kind[] own = {Kind.PUT, "a"}; return x;                              | UnsupportedExpression 9:33
            Kind[] own = null; return x;                                         | UnsupportedExpression 9:22
            Kind[] own = {null}; return x;                                       | UnsupportedExpression 9:23
            Object[] own = kinds; return x;                                      | UnsupportedType 9:15
            Deal[] deals = new Deal[n]; return x;                                | UnsupportedType 9:13
            Integer[] own = {1}; return x;                                       | UnsupportedType 9:16
            return x * names[0];                                                 | UnsupportedExpression 9:25
            return x * kinds[0];                                                 | TypeMismatch 9:18
            return names[0] == names[1] ? x : y;                                 | UnsupportedExpression 9:21, UnsupportedExpression 9:33
            return kinds[0] == sides[0] ? x : y;                                 | TypeMismatch 9:25
            return kinds == LEGS ? x : y;                                        | UnsupportedExpression 9:22
            return switch (kinds) { default -> x; };                             | UnsupportedExpression 9:23
            String[] own = {"a" + x}; return y * own[0].length();                | UnknownCall 9:59
            String[] own = {"a"}; own[0] += x; return y * String.join("-", own); | UnsupportedExpression 9:66
            String[] own = {"a"}; own[0] += x; return y * among(own, "a");       | UnknownCall 9:60
            Secret[] own = new Secret[n]; return x;                              | UnsupportedType 9:15
            var own = new Secret[n]; return x;                                   | UnsupportedType 9:19
            var own = Secret.values(); return x;                                 | UnknownCall 9:32
            for (var own : secrets()) { y += x; } return y;                      | UnknownCall 9:31
            return x * HIDDEN.length;                                            | UnsupportedType 9:20
            return x * SECRET.ordinal();                                         | UnsupportedType 9:20
            """)
    void refuses(String body, String places) {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source(KIND)
                .source(BOOK.formatted("static", body).replace("    static final class Inner", """
                                private enum Secret { A }
                                static final Secret[] HIDDEN = {Secret.A};
                                static final Secret SECRET = Secret.A;
                                static Secret[] secrets() { return HIDDEN; }
                                static final class Inner"""))
                .compile();
        assertThat(String.join(", ", compiled.places())).isEqualTo(places);
        assertThat(compiled.messages())
                .allSatisfy(each -> assertThat(each.text()).contains("  help: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Pathwise static double f(Secret[] s, double x) { return x; }           | UnsupportedType 4:37
            @Pathwise static double f(Held h, double x) { return x; }               | UnsupportedType 4:31
            @Pathwise static double f(Object[] o, double x) { return x; }           | UnsupportedType 4:37
            @Pathwise static double f(@Constant Held[] h, double x) { return x; }   | UnsupportedType 4:45
            @Pathwise static String[] f(double x) { throw new IllegalStateException(); } | UnsupportedType 4:28
            """)
    void refusesParametersAndResults(String method, String place) {
        CompilationResult compiled = SourceCompiler.with(new PathwiseProcessor())
                .source("""
                        package demo;
                        import io.pathwise.*;
                        class User {
                            %s
                            private enum Secret { A }
                            record Held(Secret[] s, double x) {}
                        }
                        """.formatted(method))
                .compile();
        assertThat(compiled.places()).containsExactly(place);
    }

    @Test
    void longMethodsAreSplitAcrossThem() {
        StringBuilder body =
                new StringBuilder("Kind[] own = kinds.clone(); String[] tags = {names[0], \"a\"}; double s = x;\n");
        for (int i = 0; i < 150; i++) {
            body.append("s = 0.5 * Math.sin(s * y) * own[%d].sign() + 0.1 * tags[%d].length() * s;\n"
                    .formatted(i % 3, i % 2));
            body.append(i % 7 == 0 ? "own[%d] = own[1].next(); tags[1] += names[2];\n".formatted(i % 3) : "");
        }
        Subject subject = subject("static", body + "return s * x;");
        check(subject);
        assertThat(subject.companion().getDeclaredMethods())
                .anyMatch(each -> Modifier.isPrivate(each.getModifiers())
                        && List.of(each.getParameterTypes()).contains(String[].class));
    }

    @Test
    void functionsTakeThemAsConstants() {
        Subject subject = subject("static", "return payoff(x, y, kinds[n]) * names[0].length();");
        Object kinds = array(subject, "lib.Kind", 1, 0, 2);
        Object sides = array(subject, "demo.Book$Side", 0);
        String[] names = {"abc"};
        PathwiseFunction function =
                (PathwiseFunction) Subject.invoke(subject.member("Function"), kinds, sides, names, 0);
        double[] gradient = new double[2];
        assertThat(function.gradient(new double[] {0.7, 1.3}, new double[0], new double[0], gradient))
                .isEqualTo(0.7 * 1.3 * 3);
        assertThat(gradient).containsExactly(3 * 1.3, 3 * 0.7);
    }

    @Test
    void methodsOfLibraries(@TempDir Path directory) throws IOException {
        CompilationResult library = Programs.compile(KIND, """
                package lib;
                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;
                public final class Legs {
                    @Pathwise public static double sum(double x, Kind[] kinds, String[] names) {
                        double s = x;
                        for (Kind each : kinds) { s = s * Sampler.normal(x, each.ordinal() + 1) + names.length; }
                        return s;
                    }
                }
                """);
        CompilationResult compiled = new Library(directory).use(library, """
                package demo;
                import io.pathwise.Pathwise;
                import lib.*;
                class User {
                    @Pathwise static double f(double x, Kind[] kinds, String[] names) {
                        return Legs.sum(x * x, kinds, names) * Legs.sum(x, Kind.FIRST, new String[] {"a"});
                    }
                }
                """);
        Subject subject = new Subject(compiled, "demo.User", "f", Set.of());
        Object kinds = array(subject, "lib.Kind", 1, 0, 2);
        Modes.check(subject, Point.at(0.7, kinds, new String[2]).normals(0.3, -0.2, 0.5, 0.1, 1.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUPLED", "COUPLED_ALL"})
    void drawsChooseAmongThem(String strategy) {
        Subject subject = new Subject(Programs.compile(KIND, """
                        package demo;
                        import io.pathwise.Discrete;
                        import io.pathwise.Pathwise;
                        import io.pathwise.runtime.Sampler;
                        class Chance {
                            @Pathwise(discrete = Discrete.%s)
                            static double f(double p, double x, lib.Kind[] kinds) {
                                int i = Sampler.bernoulli(p);
                                lib.Kind[] own = {kinds[i], kinds[1 - i]};
                                return switch (own[0]) { case CALL -> x * x; case PUT -> Math.sin(x); case CASH -> 1; };
                            }
                        }
                        """.formatted(strategy)), "demo.Chance", "f", Set.of());
        Object kinds = array(subject, "lib.Kind", 0, 1);
        PathwiseFunction function = (PathwiseFunction) Subject.invoke(subject.member("Function"), kinds);
        for (double u : new double[] {0.1, 0.9}) {
            double[] gradient = new double[2];
            double value = function.gradient(new double[] {0.3, 0.7}, new double[0], new double[] {u, 0.5}, gradient);
            boolean isCall = value == 0.7 * 0.7;
            assertThat(isCall || value == Math.sin(0.7)).isTrue();
            assertThat(gradient[0]).isCloseTo(Math.sin(0.7) - 0.7 * 0.7, within(1e-15));
            assertThat(gradient[1]).isEqualTo(isCall ? 1.4 : Math.cos(0.7));
        }
    }
}
