package io.pathwise.processor.report;

import java.util.regex.Pattern;

/** A way in which the companion computes a method, and the pane in which its code is shown. */
enum Mode {
    VALUE("Value", "(?:Part\\d+)?"),
    FORWARD("Forward", "Forward(?:Part\\d+)?"),
    REVERSE("Reverse", "(?:Reverse|Gradient)(?:Part\\d+)?");

    private final String title;
    private final String suffix;

    Mode(String title, String suffix) {
        this.title = title;
        this.suffix = suffix;
    }

    /** What readers see. */
    String title() {
        return title;
    }

    /** Whether a member of the companion serves a method in this way. */
    boolean covers(Member member, String method) {
        return Pattern.matches(Pattern.quote(method) + suffix, member.name());
    }
}
