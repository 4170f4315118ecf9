package io.pathwise.processor.fuzz;

import io.pathwise.processor.fuzz.Scope.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What random programs may name besides their methods; a program declares only what it names. */
enum Member {
    SCALE("SCALE", "static final double SCALE = 1.25;"),
    COUNT("COUNT", "static final int COUNT = 3;"),
    FACTORS(
            "static final double[] FACTORS = {0.5, 1.5, -0.75};",
            new Variable("FACTORS", JavaType.CONSTANTS, false, false)),
    ORDER("static final int[] ORDER = {2, 0, 1};", new Variable("ORDER", JavaType.INTS, false, true)),
    MODEL("Model", RandomRecord.DECLARATION),
    TOTAL("total", "static int total(int[] k) { int sum = 0; for (int each : k) sum += each; return sum; }"),
    BLEND("blend", "static double blend(double[] c, int i) { return c[0] + 0.5 * c[Math.floorMod(i, c.length)]; }"),
    WEIGHT("weight", "static double weight(int i) { return 1 / (2.0 + Math.floorMod(i, 5)); }"),
    CHOOSE("choose", "static int choose(int[] k, int i) { return Math.floorMod(k[Math.floorMod(i, k.length)], 3); }"),
    IS_ODD("isOdd", "static boolean isOdd(int i) { return i % 2 != 0; }"),
    SLOPE(true, "private final double slope = 0.75;", new Variable("slope", JavaType.DOUBLE, false, false)),
    SIZE(true, "private final int size = 2;", new Variable("size", JavaType.INT, false, false)),
    SURFACE(
            true,
            "private final double[] surface = {0.4, 1.2, -0.7};",
            new Variable("surface", JavaType.CONSTANTS, false, false)),
    RANKS(true, "private final int[] ranks = {1, 2, 0};", new Variable("ranks", JavaType.INTS, false, true));

    private final boolean isOfObject;
    private final Pattern name;
    private final String declaration;
    private final Optional<Variable> variable;

    Member(String name, String declaration) {
        this(false, name, declaration, Optional.empty());
    }

    Member(String declaration, Variable variable) {
        this(false, declaration, variable);
    }

    Member(boolean isOfObject, String declaration, Variable variable) {
        this(isOfObject, variable.name(), declaration, Optional.of(variable));
    }

    Member(boolean isOfObject, String name, String declaration, Optional<Variable> variable) {
        this.isOfObject = isOfObject;
        this.name = Pattern.compile("\\b" + name + "\\b");
        this.declaration = declaration;
        this.variable = variable;
    }

    /** Writes those of the class, or those of its objects, that a text names. */
    static void print(boolean ofObject, String text, Lines lines) {
        Arrays.stream(values())
                .filter(each ->
                        each.isOfObject == ofObject && each.name.matcher(text).find())
                .forEach(each -> each.declaration.lines().forEach(lines::add));
    }

    /** The variables that a method of the class, or of its objects, sees. */
    static List<Variable> variables(boolean ofObject) {
        return Arrays.stream(values())
                .filter(each -> ofObject || !each.isOfObject)
                .flatMap(each -> each.variable.stream())
                .toList();
    }
}
