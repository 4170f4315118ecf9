package io.pathwise.processor.check;

import io.pathwise.processor.diagnostic.Code;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.normalize.Inlining;
import io.pathwise.processor.normalize.Lowering;
import io.pathwise.processor.normalize.Structuring;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Variable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks methods that are given as source, prepared as the pipeline prepares them. */
final class CheckFixture {
    private static final String HEAD = """
            package demo;
            import io.pathwise.Constant;
            import io.pathwise.Pathwise;
            import io.pathwise.runtime.Sampler;
            final class Demo {
            """;

    private CheckFixture() {}

    /** The source text at which the first method of a class may jump, in the order of the messages. */
    static List<String> jumps(String members) {
        String source = HEAD + members + "}\n";
        return check(source).stream()
                .filter(diagnostic -> diagnostic.code() == Code.JUMP)
                .map(diagnostic -> textAt(diagnostic.position(), source))
                .toList();
    }

    /** The same for the body of a method of active parameters and a draw that depends on them. */
    static List<String> jumpsIn(String body) {
        return jumps(around(body));
    }

    /** What is said of the same. */
    static List<String> messagesIn(String body) {
        return diagnostics(around(body)).stream().map(Diagnostic::message).toList();
    }

    private static String around(String body) {
        return """
                @Pathwise
                static double value(double s0, double sigma, double k, double b, @Constant int n, double[] w) {
                    double z = Sampler.normal(0, 1);
                    double s = s0 * Math.exp(sigma * z);
                """ + body + "}\n";
    }

    /** Code and source text of each message for the first method of a class. */
    static List<String> messages(String members) {
        String source = HEAD + members + "}\n";
        return check(source).stream()
                .map(diagnostic -> diagnostic.code().id() + " " + textAt(diagnostic.position(), source))
                .toList();
    }

    /** The messages for the first method of a class. */
    static List<Diagnostic> diagnostics(String members) {
        return check(HEAD + members + "}\n");
    }

    /** The first method of a class, its helpers inlined. */
    static Program program(String members) {
        return whole(HEAD + members + "}\n");
    }

    private static List<Diagnostic> check(String source) {
        return Check.check(whole(source));
    }

    private static Program whole(String source) {
        List<Program> programs = SourceReader.read("demo.Demo", source);
        Map<Function, Program> helpers =
                programs.stream().collect(Collectors.toMap(CheckFixture::signature, CheckFixture::prepared));
        return Inlining.inline(prepared(programs.get(0)), helpers, method -> List.of());
    }

    private static Program prepared(Program source) {
        return Lowering.lower(Structuring.structure(source));
    }

    private static Function signature(Program program) {
        return new Function(
                program.owner(),
                program.name(),
                program.parameters().stream()
                        .map(Parameter::variable)
                        .map(Variable::type)
                        .toList(),
                program.result());
    }

    private static String textAt(Position position, String source) {
        return source.substring((int) position.start(), (int) position.end());
    }
}
