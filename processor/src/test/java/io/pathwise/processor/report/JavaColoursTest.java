package io.pathwise.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaColoursTest {
    @Test
    void escapesWhatHtmlReadsAsMarkup() {
        assertThat(JavaColours.of("a < b && c > d")).isEqualTo("a &lt; b &amp;&amp; c &gt; d");
        assertThat(Html.escape("<a href=\"x\" title='y'>&"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void escapesInsideColouredText() {
        assertThat(JavaColours.of("f(\"</script>\"); // <b>"))
                .isEqualTo("f(<span class=\"string\">&quot;&lt;/script&gt;&quot;</span>);"
                        + " <span class=\"comment\">// &lt;b&gt;</span>");
    }

    @Test
    void tellsTokensApart() {
        assertThat(JavaColours.of("@Pathwise double half = 0.5;"))
                .isEqualTo("<span class=\"annotation\">@Pathwise</span> <span class=\"keyword\">double</span>"
                        + " half = <span class=\"number\">0.5</span>;");
        assertThat(JavaColours.of("     * for the sake of it"))
                .isEqualTo("<span class=\"comment\">     * for the sake of it</span>");
        assertThat(JavaColours.of("forward, x1")).isEqualTo("forward, x1");
    }
}
