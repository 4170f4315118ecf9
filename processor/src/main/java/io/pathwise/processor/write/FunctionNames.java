package io.pathwise.processor.write;

import io.pathwise.processor.program.Doc;
import io.pathwise.processor.program.Variable;
import java.util.List;

/** How a function class names the components of its flat vector. */
record FunctionNames(FunctionFields fields) {
    private static final Doc LIST = new Doc.ClassName("java.util.List");

    /** Writes the statements that return the list of names. */
    Code addTo(Code code) {
        return fields.arrays().isEmpty() ? addFixed(code) : addCollected(code);
    }

    /** The names in one string literal's continuation: {@code scale, weights[" + weightsLength + "]}. */
    String summary() {
        return String.join(", ", fields.actives().stream().map(this::summary).toList());
    }

    private String summary(Variable active) {
        return FunctionFields.isArray(active)
                ? active.name() + "[\" + " + fields.length(active) + " + \"]"
                : active.name();
    }

    private Code addFixed(Code code) {
        List<Doc> names = fields.actives().stream()
                .map(active -> Doc.text("\"" + active.name() + "\""))
                .toList();
        return code.line(Doc.list(Code.join("return ", LIST, ".of("), names, ");"));
    }

    private Code addCollected(Code code) {
        code.line(LIST, "<String> names = new ", new Doc.ClassName("java.util.ArrayList"), "<>();");
        for (Variable active : fields.actives()) {
            if (FunctionFields.isArray(active)) {
                code.open("for (int i = 0; i < " + fields.length(active) + "; i++)")
                        .line("names.add(\"" + active.name() + "[\" + i + \"]\");")
                        .close();
            } else {
                code.line("names.add(\"" + active.name() + "\");");
            }
        }
        return code.line("return ", LIST, ".copyOf(names);");
    }
}
