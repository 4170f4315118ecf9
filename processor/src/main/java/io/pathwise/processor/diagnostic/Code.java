package io.pathwise.processor.diagnostic;

/** The messages of the processor by code. Users see the code in brackets: {@code [Pathwise.UnknownCall]}. */
public enum Code {
    UNKNOWN_CALL(true),
    JUMP(false);

    private final boolean error;

    Code(boolean error) {
        this.error = error;
    }

    /** The name that users see and search for, {@code UnknownCall}. */
    public String id() {
        StringBuilder id = new StringBuilder();
        for (String word : name().split("_")) {
            id.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return id.toString();
    }

    /** Whether compilation fails; otherwise the message is a warning. */
    public boolean isError() {
        return error;
    }
}
