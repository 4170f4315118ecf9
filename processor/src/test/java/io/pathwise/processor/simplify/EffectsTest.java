package io.pathwise.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pathwise.processor.program.Build;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Method;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final Type TEXT = new Type.Reference("java.lang.String");

    private final Expression text = Build.local(Build.source("text", TEXT));
    private final Expression texts = Build.local(Build.source("texts", new Type.ArrayOf(TEXT)));

    @Test
    void methodsOfTextAreRepeatableUnlessTheyReadAnArray() {
        assertThat(Effects.isRepeatable(method("concat", text))).isTrue();
        assertThat(Effects.isRepeatable(method("formatted", texts))).isFalse();
    }

    private Expression method(String name, Expression argument) {
        return new Method(text, name, List.of(argument), TEXT, Position.NONE);
    }
}
