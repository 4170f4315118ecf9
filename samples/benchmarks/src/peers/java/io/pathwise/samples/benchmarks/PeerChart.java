package io.pathwise.samples.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The ratios as bars on a logarithmic scale, one group for each problem. */
final class PeerChart {
    private static final Color[] COLORS = {
        new Color(0x1b9e77), new Color(0x7570b3), new Color(0xd95f02), new Color(0x666666)
    };

    private PeerChart() {}

    /**
     * Writes a PNG.
     *
     * @param codes the names of the codes to show, in the order of the bars
     */
    static void write(Path file, List<String> codes, List<PeerRow> rows) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(960)
                .height(480)
                .title("Gradient of one path: processor time over that of Java written by hand")
                .yAxisTitle("times by hand, logarithmic")
                .build();
        chart.getStyler()
                .setLabelsVisible(true)
                .setLabelsPosition(0.05)
                .setYAxisLogarithmic(true)
                .setYAxisMin(0.1)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setDecimalPattern("#,##0.##")
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(COLORS);
        chart.addAnnotation(new AnnotationLine(1, false, false));
        for (String code : codes) {
            List<PeerRow> own =
                    rows.stream().filter(row -> row.code().equals(code)).toList();
            chart.addSeries(
                    code,
                    own.stream().map(PeerRow::problem).toList(),
                    own.stream().map(row -> legible(row.ratio())).toList());
        }
        ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
    }

    /** Two digits, which fit into a bar. */
    private static BigDecimal legible(double ratio) {
        return new BigDecimal(ratio).round(new MathContext(2));
    }
}
