package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;

/** How a function class names the components of its flat vector. */
record FunctionNames(CompanionMethod method, FunctionFields fields) {
    private static final int LONGEST_LITERAL = 60;
    private static final Doc LIST = new Doc.ClassName("java.util.List");

    /** Writes the statements that return the list of names. */
    Code addTo(Code code) {
        return fields.arrays().isEmpty() ? addFixed(code) : addCollected(code);
    }

    /**
     * An expression of the names in short, as the end of a message: {@code ": scale, weights[" + weightsLength + "]"}.
     *
     * @param opening the text before the first name
     */
    Doc summary(String opening) {
        List<Doc> terms = new ArrayList<>();
        StringBuilder literal = new StringBuilder(opening);
        for (Variable active : fields.actives()) {
            if (literal.length() > LONGEST_LITERAL) {
                terms.add(quote(literal));
            }
            literal.append(method.path(active));
            if (FunctionFields.isArray(active)) {
                terms.add(quote(literal.append('[')));
                terms.add(Doc.text(fields.length(active)));
                literal.append(']');
                if (FunctionFields.isMatrix(active)) {
                    terms.add(quote(literal.append('[')));
                    terms.add(Doc.text(fields.columns(active)));
                    literal.append(']');
                }
            }
            literal.append(", ");
        }
        literal.setLength(literal.length() - 2);
        terms.add(quote(literal));
        return sum(terms);
    }

    private static Doc quote(StringBuilder literal) {
        Doc quoted = Doc.text("\"" + literal + "\"");
        literal.setLength(0);
        return quoted;
    }

    private static Doc sum(List<Doc> terms) {
        List<Doc> parts = new ArrayList<>(terms.subList(0, 1));
        for (Doc term : terms.subList(1, terms.size())) {
            parts.addAll(List.of(new Doc.Break(" "), Doc.text("+ "), term));
        }
        return new Doc.Group(parts);
    }

    private Code addFixed(Code code) {
        List<Doc> names = fields.actives().stream()
                .map(active -> Doc.text("\"" + method.path(active) + "\""))
                .toList();
        return code.line(Doc.list(Code.join("return ", LIST, ".of("), names, ");"));
    }

    private Code addCollected(Code code) {
        code.line(LIST, "<String> names = new ", new Doc.ClassName("java.util.ArrayList"), "<>();");
        for (Variable active : fields.actives()) {
            if (FunctionFields.isMatrix(active)) {
                code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                        .open("for (int j = 0; j < " + fields.columns(active) + "; j++)")
                        .line("names.add(\"" + method.path(active) + "[\" + i + \"][\" + j + \"]\");")
                        .close()
                        .close();
            } else if (FunctionFields.isArray(active)) {
                code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                        .line("names.add(\"" + method.path(active) + "[\" + i + \"]\");")
                        .close();
            } else {
                code.line("names.add(\"" + method.path(active) + "\");");
            }
        }
        return code.line("return ", LIST, ".copyOf(names);");
    }
}
