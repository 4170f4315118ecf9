package io.pathwise.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of the companion.
 *
 * @param first number of its first line in the companion, counted from 0; its documentation belongs to it
 * @param lines its lines, as they stand there
 */
record Member(String name, int first, List<String> lines) {
    private static final String DOCUMENTATION = "    /**";
    private static final String END = "    }";
    private static final Pattern HEADER = Pattern.compile("^    (?:public|private) static [^(=]*?(\\w+)\\(");

    Member {
        lines = List.copyOf(lines);
    }

    /** The methods of a companion, in order; its nested classes are left out. */
    static List<Member> of(String companion) {
        List<String> lines = companion.lines().toList();
        List<Member> members = new ArrayList<>();
        int first = -1;
        String name = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(DOCUMENTATION)) {
                first = i;
                name = "";
            }
            Matcher header = HEADER.matcher(line);
            if (name.isEmpty() && header.find()) {
                name = header.group(1);
            }
            if (line.equals(END) && first >= 0) {
                if (!name.isEmpty()) {
                    members.add(new Member(name, first, lines.subList(first, i + 1)));
                }
                first = -1;
            }
        }
        return members;
    }
}
