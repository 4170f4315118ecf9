package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pathwise.processor.PathwiseProcessor;
import io.pathwise.processor.testing.CompilationResult;
import io.pathwise.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code -Apathwise.report} asks for. */
class ReportTest {
    private static final Pattern GENERATED_LINE = Pattern.compile(
            "<div class=\"line\" data-first=\"(\\d+)\" data-last=\"(\\d+)\"><span class=\"at\">(\\d+)</span>");
    private static final Pattern MODE = Pattern.compile(
            "(?s)<div class=\"mode\" data-method=\"(\\w+)\" data-mode=\"(\\w+)\">(.*?\n)</div>\n</div>\n");

    @TempDir
    Path directory;

    @Test
    void walksLinesAreMappedExactly() {
        String page = page(Programs.text("Walk"));
        String source = Programs.text("Walk");
        String generated = Programs.compiled("Walk").generatedSources().get("demo.WalkPathwise");
        assertThat(became(page, "REVERSE", source, generated, "double step = Sampler.normal(drift, volatility);"))
                .containsExactly(
                        "Parameters.checkNormal(drift, volatility);",
                        "double step = drift + volatility * normals[t];",
                        "double step = drift + volatility * normals[t];",
                        "// step ~ normal(drift, volatility): ∂step/∂drift = 1, ∂step/∂volatility = ε",
                        "driftBar += stepBar;",
                        "volatilityBar += normals[t] * stepBar;");
        assertThat(became(page, "REVERSE", source, generated, "x += Math.sin(x) * step;"))
                .containsExactly(
                        "double sin = Math.sin(x);",
                        "x += sin * step;",
                        "// x += sin(x) * step",
                        "double stepBar = sinAt[t] * xBar;",
                        "xBar += Math.cos(x) * step * xBar;");
        assertThat(became(page, "REVERSE", source, generated, "for (int t = 0; t < steps; t++) {"))
                .containsExactly(
                        "for (int t = 0; t < steps; t++) {", "}", "for (int t = steps - 1; t >= 0; t--) {", "}");
        assertThat(became(page, "FORWARD", source, generated, "x += Math.sin(x) * step;"))
                .containsExactly(
                        "double sin = Math.sin(x);",
                        "xDot += step * Math.cos(x) * xDot + sin * stepDot;",
                        "x += sin * step;");
        assertThat(became(page, "VALUE", source, generated, "double x = start;"))
                .containsExactly("double x = start;");
        assertThat(became(page, "VALUE", source, generated, "return x;")).containsExactly("return x;");
    }

    @Test
    void tellsWhatIsActiveWhatIsKeptAndWhy() {
        String page = page(Programs.text("Walk"));
        assertThat(page)
                .contains(
                        "<dt>differentiated in</dt><dd><code>drift</code> <code>volatility</code> <code>start</code></dd>")
                .contains("<dt>active: they carry derivatives</dt><dd><code>x</code> <code>step</code></dd>")
                .contains("<dt>constant: only their values count</dt><dd><code>steps</code> <code>t</code></dd>")
                .contains("<td><code>xAt</code></td><td><code>x</code></td><td><code>steps</code></td>"
                        + "<td>changes from one iteration to the next, and each iteration needs what it was</td>")
                .contains("<td><code>sinAt</code></td><td><code>sin</code></td><td><code>steps</code></td>"
                        + "<td>dearer to compute again than to read</td>")
                .contains("<p>None: the value is a smooth function of the parameters at fixed noise.</p>");
    }

    @Test
    void componentsOfRecordsHaveTheNamesOfTheGradient() {
        assertThat(page(Programs.text("RecordHeston"))).contains("<code>market.variance.kappa</code>");
    }

    @Test
    void judgesEveryKindOfBranch() {
        String page = page("""
                package demo;

                import io.pathwise.Pathwise;
                import io.pathwise.runtime.Sampler;

                final class Turns {
                    @Pathwise
                    @SuppressWarnings("pathwise:jump")
                    static double of(double spot, boolean shifted, double p) {
                        double terminal = spot * Sampler.logNormal(0, 0.2);
                        double digital = terminal > 1 ? 1 : 0;
                        double call = terminal > 2 ? terminal - 2 : 0;
                        double put = Math.max(3 - terminal, 0);
                        double side = spot > 4 ? call : put;
                        double shift = shifted ? 5 : 6;
                        int up = Sampler.bernoulli(p);
                        if (up > 0) {
                            shift *= p;
                        }
                        return digital + call + put + side + shift;
                    }
                }
                """);
        assertThat(verdicts(page))
                .containsExactly(
                        "terminal &gt; 1: jumps",
                        "terminal &gt; 2: continuous",
                        "Math.max(3 - terminal, 0): continuous",
                        "spot &gt; 4: of parameters",
                        "shifted: fixed",
                        "up &gt; 0: of whole numbers");
    }

    @Test
    void isOnePageThatNeedsNothingElse() {
        String page = page(Programs.text("Heston"));
        assertThat(page).doesNotContain("http:", "https:", "src=", "<link", "{{");
    }

    @Test
    void showsSourceAsText() {
        String page = page("""
                package demo;

                import io.pathwise.Pathwise;

                final class Markup {
                    /** <script>alert("x")</script> */
                    @Pathwise
                    static double f(double x) {
                        return x < 1 && x > 0 ? x : x * x; // </code> & co.
                    }
                }
                """);
        assertThat(page)
                .contains("/** &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; */")
                .contains("x &lt; <span class=\"number\">1</span> &amp;&amp; x &gt;")
                .contains("// &lt;/code&gt; &amp; co.");
    }

    @Test
    void leavesTheCompanionAsItIs() {
        String plain = Programs.compiled("Heston").generatedSources().get("demo.HestonPathwise");
        CompilationResult result = compile(Programs.text("Heston"), directory);
        assertThat(result.generatedSources().get("demo.HestonPathwise")).isEqualTo(plain);
        assertThat(plain).doesNotContain("\uE000", "\uE001");
    }

    @Test
    void aDirectoryThatCannotBeIsAnError() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        CompilationResult result = compile(Programs.text("Walk"), file);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0).text()).contains("[Pathwise.CannotWrite] the report in '" + file);
    }

    /** Runs where there is a Chromium. */
    @Test
    void pointingAtALineLightsWhatItBecame() throws Exception {
        Optional<Path> browser = Browser.find();
        assumeThat(browser).as("a browser").isPresent();
        String source = Programs.text("Walk");
        int line = lineOf(source, "x += Math.sin(x) * step;");
        String script = "<script>document.querySelector('[data-line=\"" + line + "\"]')"
                + ".dispatchEvent(new MouseEvent('mouseenter'));</script></body>";
        Path shown = directory.resolve("shown.html");
        Files.writeString(shown, page(source).replace("</body>", script));
        Matcher lit = Pattern.compile("<div class=\"line[^\"]* lit\"[^>]*><span[^>]*>(\\d+)")
                .matcher(Browser.run(browser.get(), shown, directory.resolve("profile")));
        List<Integer> numbers = new ArrayList<>();
        while (lit.find()) {
            numbers.add(Integer.valueOf(lit.group(1)));
        }
        assertThat(numbers).contains(line).hasSize(10);
    }

    private static List<String> verdicts(String page) {
        Matcher row = Pattern.compile(
                        "<td>\\d+</td><td><code>(.*?)</code></td><td><span class=\"verdict \\w+\">(.*?)</span>")
                .matcher(page);
        List<String> verdicts = new ArrayList<>();
        while (row.find()) {
            verdicts.add(row.group(1) + ": " + row.group(2));
        }
        return verdicts;
    }

    /** The lines of the companion, without indentation, that a line of the source became in a mode. */
    private static List<String> became(String page, String mode, String source, String generated, String line) {
        int number = lineOf(source, line);
        Matcher pane = MODE.matcher(page);
        while (!pane.find() || !pane.group(2).equals(mode)) {
            assertThat(pane.hitEnd()).as("the pane of " + mode).isFalse();
        }
        List<String> became = new ArrayList<>();
        Matcher each = GENERATED_LINE.matcher(pane.group(3));
        while (each.find()) {
            if (Integer.parseInt(each.group(1)) <= number && number <= Integer.parseInt(each.group(2))) {
                became.add(generated
                        .lines()
                        .toList()
                        .get(Integer.parseInt(each.group(3)) - 1)
                        .trim());
            }
        }
        return became;
    }

    private static int lineOf(String source, String line) {
        return source.lines().map(String::trim).toList().indexOf(line) + 1;
    }

    private String page(String source) {
        CompilationResult result = compile(source, directory);
        assertThat(result.messages()).isEmpty();
        String companion = result.generatedSources().keySet().iterator().next();
        try {
            return Files.readString(directory.resolve(companion + ".html"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CompilationResult compile(String source, Path directory) {
        return SourceCompiler.with(new PathwiseProcessor())
                .source(source)
                .options("-Apathwise.report=" + directory)
                .compile();
    }
}
