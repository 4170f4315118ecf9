package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.ArrayValues;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.ArrayOf;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the creation of arrays: {@code new double[n][]}, {@code new double[] {a, b}}, {@code {a, b}}. */
final class ArrayReader {
    private final Source source;
    private final TypeReader types;
    private final ExpressionReader expressions;

    ArrayReader(Source source, TypeReader types, ExpressionReader expressions) {
        this.source = source;
        this.types = types;
        this.expressions = expressions;
    }

    /** Whether the tree lists elements without saying of which type they are. */
    static boolean isBareInitializer(ExpressionTree tree) {
        return tree instanceof NewArrayTree array && array.getType() == null;
    }

    /** An array that states its own type. */
    Expression read(NewArrayTree tree, LocalScope scope) {
        Position position = source.position(tree);
        Optional<Type> element = types.read(tree.getType());
        boolean isOfRecords = element.filter(Type.Record.class::isInstance).isPresent();
        if (element.isEmpty() || isOfRecords) {
            return source.refuse(
                    Messages.arrayOfObjects(position, tree.getType().toString(), isOfRecords));
        } else if (!types.isNameable(element.get())) {
            return source.refuse(
                    Messages.inaccessibleType(position, element.get().javaName()));
        } else if (JavaTypes.isFloat(element.get())) {
            return source.refuse(Messages.floatType(position, tree.toString()));
        }
        return tree.getInitializers() == null
                ? withLengths(tree, element.get(), scope)
                : withElements(tree, new ArrayOf(element.get()), scope);
    }

    /** An initializer whose type is that of the variable or array that it is for. */
    Expression read(NewArrayTree tree, Type required, LocalScope scope) {
        if (Unknown.is(required)) {
            return Unknown.at(source.position(tree));
        }
        return required instanceof ArrayOf array
                ? withElements(tree, array, scope)
                : source.refuse(Messages.typeMismatch(source.position(tree), "an array", required.javaName()));
    }

    private Expression withLengths(NewArrayTree tree, Type element, LocalScope scope) {
        List<Expression> lengths = new ArrayList<>();
        Type type = element;
        for (ExpressionTree each : tree.getDimensions()) {
            lengths.add(expressions.read(each, Primitive.INT, scope));
            type = new ArrayOf(type);
        }
        Position position = source.position(tree);
        return lengths.stream().anyMatch(Unknown::is) ? Unknown.at(position) : new New(type, lengths, position);
    }

    private Expression withElements(NewArrayTree tree, ArrayOf type, LocalScope scope) {
        List<Expression> values = new ArrayList<>();
        for (Tree each : tree.getInitializers()) {
            values.add(expressions.read((ExpressionTree) each, type.element(), scope));
        }
        Position position = source.position(tree);
        return values.stream().anyMatch(Unknown::is) ? Unknown.at(position) : new ArrayValues(type, values, position);
    }
}
