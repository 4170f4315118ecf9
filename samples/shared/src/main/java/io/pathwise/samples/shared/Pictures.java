package io.pathwise.samples.shared;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts in one style, and how they become files. */
public final class Pictures {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 420;
    private static final Color[] COLOURS = {
        new Color(0x2F5FD0), new Color(0xD0622F), new Color(0x2E8B57), new Color(0x8A3D78), new Color(0x6B7385)
    };

    private Pictures() {}

    /** An empty chart of lines. */
    public static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setPlotGridLinesColor(new Color(0xE4E7EC));
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setSeriesColors(COLOURS)
                .setLegendPosition(LegendPosition.InsideNE)
                .setLegendBorderColor(Color.WHITE);
        return chart;
    }

    /** Adds a line; with markers where there are few points. */
    public static void addLine(XYChart chart, String name, double[] x, double[] y) {
        Marker marker = x.length <= 20 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
        XYSeries line = chart.addSeries(name, unevenlySpaced(x), y);
        line.setMarker(marker);
    }

    /** Points at exactly equal distances would be labelled themselves, with numbers as odd as theirs. */
    private static double[] unevenlySpaced(double[] x) {
        double[] moved = x.clone();
        moved[x.length - 1] *= 1 + 1e-6;
        return moved;
    }

    /** Adds points that no line joins. */
    public static void addPoints(XYChart chart, String name, double[] x, double[] y) {
        XYSeries points = chart.addSeries(name, x, y);
        points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        points.setMarker(SeriesMarkers.CIRCLE);
    }

    /** Writes charts as one PNG, in rows. */
    public static Path save(List<XYChart> charts, int columns, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        int rows = (charts.size() + columns - 1) / columns;
        BitmapEncoder.saveBitmap(charts, rows, columns, file.toString(), BitmapFormat.PNG);
        return file;
    }
}
