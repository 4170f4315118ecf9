package io.pathwise.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A source or class file in memory. */
final class MemoryFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    MemoryFile(String className, Kind kind, byte[] content) {
        super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        this.content.writeBytes(content);
    }

    byte[] bytes() {
        return content.toByteArray();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return content.toString(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public OutputStream openOutputStream() {
        content.reset();
        return content;
    }
}
