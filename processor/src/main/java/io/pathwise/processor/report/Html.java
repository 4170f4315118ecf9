package io.pathwise.processor.report;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** The text with the characters replaced that HTML reads as markup, in attributes as well. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element with escaped text. */
    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    /** {@code <code>text</code>}. */
    static String code(String text) {
        return element("code", text);
    }
}
