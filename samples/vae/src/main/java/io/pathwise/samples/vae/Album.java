package io.pathwise.samples.vae;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of digits in rows. */
final class Album {
    private static final int ZOOM = 6;
    private static final int GAP = 6;
    private static final int STEP = Digits.SIDE * ZOOM + GAP;

    private Album() {}

    /** Writes rows of images as one PNG. */
    static Path save(List<double[][]> rows, Path file) throws IOException {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        BufferedImage picture =
                new BufferedImage(columns * STEP + GAP, rows.size() * STEP + GAP, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.getRaster().setSample(x, y, 0, shade(rows, x - GAP, y - GAP));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static int shade(List<double[][]> rows, int x, int y) {
        boolean inGap = x < 0 || y < 0 || x % STEP >= STEP - GAP || y % STEP >= STEP - GAP;
        if (inGap || x / STEP >= rows.get(y / STEP).length) {
            return 255;
        }
        double[] image = rows.get(y / STEP)[x / STEP];
        double ink = image[y % STEP / ZOOM * Digits.SIDE + x % STEP / ZOOM];
        return (int) Math.round(255 * (1 - Math.min(Math.max(ink, 0), 1)));
    }
}
