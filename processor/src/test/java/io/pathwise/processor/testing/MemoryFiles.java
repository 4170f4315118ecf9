package io.pathwise.processor.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Keeps what a compilation writes in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, MemoryFile> sources = new TreeMap<>();
    private final Map<String, MemoryFile> classes = new TreeMap<>();

    MemoryFiles(JavaFileManager standard) {
        super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        MemoryFile file = new MemoryFile(className, kind, new byte[0]);
        (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(className, file);
        return file;
    }

    @Override
    public boolean isSameFile(FileObject first, FileObject second) {
        return first.toUri().equals(second.toUri());
    }

    Map<String, String> generatedSources() {
        Map<String, String> texts = new TreeMap<>();
        sources.forEach((name, file) -> texts.put(name, new String(file.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }

    Map<String, byte[]> classes() {
        Map<String, byte[]> contents = new TreeMap<>();
        classes.forEach((name, file) -> contents.put(name, file.bytes()));
        return contents;
    }
}
