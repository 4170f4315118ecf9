package io.pathwise.processor.program;

import java.util.ArrayList;
import java.util.List;

/** A piece of Java text that knows where its line may be broken. */
public sealed interface Doc {
    /** Columns that the piece takes if its line is not broken. */
    int width();

    /** Characters that stay together. */
    record Text(String text) implements Doc {
        @Override
        public int width() {
            return text.length();
        }
    }

    /** The name of a class; whoever writes it decides about imports. */
    record ClassName(String qualifiedName) implements Doc {
        /** The name without package and enclosing class. */
        public String simpleName() {
            return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        }

        @Override
        public int width() {
            return simpleName().length();
        }
    }

    /**
     * A place where the line may be broken.
     *
     * @param unbroken what stands here if it is not
     * @param isReluctant whether it is used only if what follows then fits on its line as a whole
     */
    record Break(String unbroken, boolean isReluctant) implements Doc {
        /** A break that is used wherever what follows does not fit. */
        public Break(String unbroken) {
            this(unbroken, false);
        }

        @Override
        public int width() {
            return unbroken.length();
        }
    }

    /** Pieces in a row, whose own breaks are used before those of the groups inside. */
    record Group(List<Doc> parts) implements Doc {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public int width() {
            return parts.stream().mapToInt(Doc::width).sum();
        }
    }

    /** Characters that stay together. */
    static Doc text(String text) {
        return new Text(text);
    }

    /** Pieces in a row. */
    static Doc group(Doc... parts) {
        return new Group(List.of(parts));
    }

    /** {@code opening a, b, c closing}, which may be broken after the opening and after each comma. */
    static Doc list(Doc opening, List<Doc> elements, String closing) {
        if (elements.isEmpty()) {
            return group(opening, text(closing));
        }
        List<Doc> parts = new ArrayList<>(List.of(opening, new Break("", true)));
        for (int i = 0; i < elements.size() - 1; i++) {
            parts.addAll(List.of(elements.get(i), text(","), new Break(" ")));
        }
        parts.add(elements.get(elements.size() - 1));
        parts.add(text(closing));
        return new Group(parts);
    }
}
