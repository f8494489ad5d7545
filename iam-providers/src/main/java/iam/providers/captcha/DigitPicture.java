package iam.providers.captcha;

import java.util.random.RandomGenerator;

/** Draws digits so that people read them and simple programs don't: each one leans, waves and stands elsewhere, behind lines and dust. */
final class DigitPicture {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 64;
    private static final int COLUMNS = 5;
    private static final int ROWS = 7;
    private static final int LINES = 5;
    private static final int DUST = 400;
    private static final int WHITE = 245;
    /** A digit is seven rows of five dots. */
    private static final String[] SHAPES = {
        "01110 10001 10011 10101 11001 10001 01110", "00100 01100 00100 00100 00100 00100 01110", "01110 10001 00001 00110 01000 10000 11111",
        "11110 00001 00001 01110 00001 00001 11110", "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110",
        "00110 01000 10000 11110 10001 10001 01110", "11111 00001 00010 00100 01000 01000 01000", "01110 10001 10001 01110 10001 10001 01110",
        "01110 10001 10001 01111 00001 00010 01100"
    };

    private final RandomGenerator random;
    private final int[][] pixels = new int[HEIGHT][WIDTH];

    DigitPicture(RandomGenerator random) {
        this.random = random;
    }

    /** The picture of some digits, as a PNG file. */
    byte[] draw(String digits) {
        for (int[] row : pixels) {
            java.util.Arrays.fill(row, WHITE);
        }
        int step = WIDTH / (digits.length() + 1);
        for (int i = 0; i < digits.length(); i++) {
            digit(digits.charAt(i) - '0', step / 2 + i * step + random.nextInt(step / 3));
        }
        for (int i = 0; i < LINES; i++) {
            line();
        }
        for (int i = 0; i < DUST; i++) {
            dot(random.nextInt(WIDTH), random.nextInt(HEIGHT), 60 + random.nextInt(160));
        }
        return Png.encode(pixels);
    }

    private void digit(int value, int left) {
        String[] rows = SHAPES[value].split(" ");
        double size = 4 + random.nextDouble() * 1.5;
        double lean = random.nextDouble() * 0.6 - 0.3;
        double wave = random.nextDouble() * 6;
        int top = 6 + random.nextInt(HEIGHT - 12 - (int) (ROWS * size));
        int ink = random.nextInt(90);
        for (double y = 0; y < ROWS; y += 1 / size / 1.5) {
            for (double x = 0; x < COLUMNS; x += 1 / size / 1.5) {
                if (rows[(int) y].charAt((int) x) == '1') {
                    double shift = lean * (y - ROWS / 2.0) * size + 1.6 * Math.sin(wave + y);
                    dot((int) (left + x * size + shift), (int) (top + y * size + 1.6 * Math.sin(wave + x)), ink);
                }
            }
        }
    }

    private void line() {
        double y = random.nextInt(HEIGHT);
        double slope = random.nextDouble() - 0.5;
        int ink = 30 + random.nextInt(120);
        for (int x = 0; x < WIDTH; x++) {
            y += slope + Math.sin(x / 9.0) * 0.6;
            dot(x, (int) y, ink);
        }
    }

    private void dot(int x, int y, int ink) {
        if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
            pixels[y][x] = ink;
        }
    }
}
