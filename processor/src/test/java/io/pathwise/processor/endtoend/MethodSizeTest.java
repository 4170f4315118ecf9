package io.pathwise.processor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.testing.ClassFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HotSpot never compiles a method of more than 8000 bytes of code. */
class MethodSizeTest {
    private static final int HUGE_METHOD_LIMIT = 8000;

    static List<String> classNames() {
        return Programs.classNames();
    }

    @ParameterizedTest
    @MethodSource("classNames")
    void everyGeneratedMethodIsCompiledByTheVirtualMachine(String className) {
        Map<String, byte[]> classes = Programs.compiled(className).classes();
        assertThat(classes).containsKey("demo." + className + "Pathwise");
        classes.forEach((name, content) -> assertThat(ClassFile.codeLengths(content))
                .as(name)
                .isNotEmpty()
                .allSatisfy((method, length) -> assertThat(length).isBetween(1, HUGE_METHOD_LIMIT)));
    }

    /** {@code aload_0, invokespecial, return} take 1 + 3 + 1 bytes; {@code dload_0, dload_0, dmul, dreturn} one each. */
    @Test
    void lengthsAreThoseOfTheCode() {
        Map<String, byte[]> classes = Programs.compile("""
                package demo;
                class Sized {
                    static final long WIDE = 5_000_000_000L;
                    private int field;
                    static double square(double x) { return x * x; }
                }
                """).classes();
        assertThat(ClassFile.codeLengths(classes.get("demo.Sized")))
                .containsOnly(Map.entry("<init>()V", 5), Map.entry("square(D)D", 4));
    }
}
