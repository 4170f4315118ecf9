package io.pathwise.montecarlo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pathwise.testing.Models;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that leave optional libraries out. */
class OptionalLibraryTest {
    private URLClassLoader loader;

    @BeforeEach
    void hideLibraries() {
        ClassLoader withoutLibraries = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("me.tongfei.")
                        || name.startsWith("org.hipparchus.")
                        || name.startsWith("io.pathwise.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        loader = new URLClassLoader(new URL[] {location(MonteCarlo.class), location(Models.class)}, withoutLibraries);
    }

    private static URL location(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        try {
            return URI.create(url.toString().substring(0, url.toString().length() - file.length()))
                    .toURL();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void aBarNeedsItsLibrary() throws ReflectiveOperationException {
        Method bar = loader.loadClass(ConsoleProgress.class.getName()).getMethod("onStandardError");
        assertThatThrownBy(() -> bar.invoke(null)).rootCause().isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> bar.invoke(null))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a progress bar needs the library me.tongfei:progressbar; add it to the dependencies, and in an"
                                + " application of modules require its module");
    }

    @Test
    void quasiRandomNoiseNeedsItsLibrary() throws ReflectiveOperationException {
        Object function =
                loader.loadClass(Models.class.getName()).getMethod("gaussian").invoke(null);
        Class<?> estimator = loader.loadClass(MonteCarlo.class.getName());
        Object plain = estimator
                .getMethod("of", loader.loadClass("io.pathwise.runtime.PathwiseFunction"))
                .invoke(null, function);
        assertThatThrownBy(() -> estimator.getMethod("quasiRandom").invoke(plain))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("quasi-random noise needs the library org.hipparchus:hipparchus-core");
    }
}
