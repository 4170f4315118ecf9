package io.pathwise.processor.analyze;

import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That a statement reads or writes something in an array.
 *
 * @param place where the statement stands
 * @param accessed the element, or an array of which it may be any element
 */
record Access(Place place, Expression accessed) {
    /** Whether it is one element, told by its indices. */
    boolean isElement() {
        return accessed instanceof Element;
    }

    /** The array that the element is in, or of which any may be meant. */
    Expression array() {
        return accessed instanceof Element element ? element.array() : accessed;
    }

    /** The indices from the outside: of the row, then in the row. */
    List<Expression> indices() {
        List<Expression> indices = new ArrayList<>();
        Expression at = accessed;
        while (at instanceof Element element) {
            indices.add(element.index());
            at = element.array();
        }
        Collections.reverse(indices);
        return indices;
    }
}
