package io.pathwise.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a class file, as chapter 4 of the Java Virtual Machine Specification lays it out, how long its code is. */
public final class ClassFile {
    private static final int BEFORE_CONSTANTS = 8;
    private static final int BEFORE_INTERFACES = 6;

    private final DataInputStream input;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<String, Integer> codeLengths = new TreeMap<>();

    private ClassFile(byte[] content) {
        input = new DataInputStream(new ByteArrayInputStream(content));
    }

    /** The number of bytes of code of each method by name and descriptor. */
    public static Map<String, Integer> codeLengths(byte[] content) {
        ClassFile file = new ClassFile(content);
        try {
            file.read();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return file.codeLengths;
    }

    private void read() throws IOException {
        input.skipNBytes(BEFORE_CONSTANTS);
        readConstants();
        input.skipNBytes(BEFORE_INTERFACES);
        input.skipNBytes(2L * input.readUnsignedShort());
        readMembers();
        readMembers();
    }

    private void readConstants() throws IOException {
        int count = input.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, input.readUTF());
                case 5, 6 -> {
                    input.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> input.skipNBytes(2);
                case 15 -> input.skipNBytes(3);
                default -> input.skipNBytes(4);
            }
        }
    }

    /** Fields, and then methods, have the same layout. */
    private void readMembers() throws IOException {
        int count = input.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            input.skipNBytes(2);
            String name = texts.get(input.readUnsignedShort()) + texts.get(input.readUnsignedShort());
            readAttributes(name);
        }
    }

    private void readAttributes(String member) throws IOException {
        int count = input.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            boolean isCode = "Code".equals(texts.get(input.readUnsignedShort()));
            int length = input.readInt();
            if (isCode) {
                input.skipNBytes(4);
                codeLengths.put(member, input.readInt());
                input.skipNBytes(length - 8);
            } else {
                input.skipNBytes(length);
            }
        }
    }
}
