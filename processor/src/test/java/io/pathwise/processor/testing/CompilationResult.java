package io.pathwise.processor.testing;

import java.util.List;
import java.util.Map;

/**
 * What a compilation gave.
 *
 * @param generatedSources texts by class name
 * @param classes class files by class name
 */
public record CompilationResult(
        boolean succeeded,
        List<CompilationMessage> messages,
        Map<String, String> generatedSources,
        Map<String, byte[]> classes) {

    /** A class that was compiled, loaded with a class loader of its own. */
    public Class<?> load(String name) {
        try {
            return new MemoryClassLoader(classes).loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(name + " is not among " + classes.keySet(), missing);
        }
    }

    /** The messages with code, line and column: {@code UnknownCall 12:9}. */
    public List<String> places() {
        return messages.stream().map(CompilationMessage::place).toList();
    }

    private static final class MemoryClassLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryClassLoader(Map<String, byte[]> classes) {
            super(CompilationResult.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] content = classes.get(name);
            if (content == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, content, 0, content.length);
        }
    }
}
