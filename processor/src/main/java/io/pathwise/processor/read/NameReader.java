package io.pathwise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import io.pathwise.processor.program.Variable;
import io.pathwise.processor.read.Named.Ambiguous;
import io.pathwise.processor.read.Named.OfField;
import io.pathwise.processor.read.Named.OfPackage;
import io.pathwise.processor.read.Named.OfType;
import io.pathwise.processor.read.Named.OfValue;
import io.pathwise.processor.read.Named.OfVariable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;

/** Finds what names stand for: a variable obscures a field, a field a class, a class a package. */
final class NameReader {
    private final ClassNames names;
    private final Members members;

    NameReader(ClassNames names, Members members) {
        this.names = names;
        this.members = members;
    }

    /** What an expression names, if it is a name at all. */
    Named read(ExpressionTree tree, LocalScope scope) {
        if (tree instanceof IdentifierTree identifier) {
            return simple(identifier.getName().toString(), scope);
        } else if (tree instanceof MemberSelectTree select && isThis(select.getExpression())) {
            return one(names.ownFields(select.getIdentifier().toString()), OfField::new)
                    .orElseGet(OfValue::new);
        } else if (tree instanceof MemberSelectTree select && isSuper(select.getExpression())) {
            return one(names.inheritedFields(select.getIdentifier().toString()), OfField::new)
                    .orElseGet(OfValue::new);
        } else if (tree instanceof MemberSelectTree select) {
            return qualified(
                    read(select.getExpression(), scope), select.getIdentifier().toString());
        } else if (tree instanceof ParenthesizedTree parenthesized) {
            return parenthesized(read(parenthesized.getExpression(), scope));
        }
        return new OfValue();
    }

    /** Whether the tree is {@code this}. */
    static boolean isThis(ExpressionTree tree) {
        return ExpressionReader.inside(tree) instanceof IdentifierTree name
                && name.getName().contentEquals("this");
    }

    /** Whether the tree is {@code super}. */
    static boolean isSuper(ExpressionTree tree) {
        return tree instanceof IdentifierTree name && name.getName().contentEquals("super");
    }

    private Named simple(String name, LocalScope scope) {
        Optional<Variable> variable = scope.find(name);
        if (variable.isPresent()) {
            return new OfVariable(variable.get());
        }
        return one(names.fields(name), OfField::new)
                .or(() -> one(names.types(name), OfType::new))
                .orElseGet(() -> new OfPackage(name));
    }

    private Named qualified(Named qualifier, String name) {
        if (qualifier instanceof OfPackage inside) {
            String qualifiedName = inside.qualifiedName() + "." + name;
            Optional<Named> type = names.type(qualifiedName).map(OfType::new);
            return type.orElseGet(() -> new OfPackage(qualifiedName));
        }
        return qualifier instanceof OfType type ? member(type.type(), name) : new OfValue();
    }

    private Named member(TypeElement type, String name) {
        return one(members.fields(type, name), OfField::new)
                .or(() -> one(members.types(type, name), OfType::new))
                .orElseGet(() -> new OfPackage(type.getQualifiedName() + "." + name));
    }

    /** In parentheses stands a value, never a class or a package. */
    private static Named parenthesized(Named inside) {
        return inside instanceof OfType || inside instanceof OfPackage ? new OfValue() : inside;
    }

    private static <T extends Element> Optional<Named> one(List<T> found, Function<T, Named> named) {
        if (found.size() > 1) {
            return Optional.of(
                    new Ambiguous(found.stream().map(NameReader::qualifiedName).toList()));
        }
        return found.stream().findFirst().map(named);
    }

    private static String qualifiedName(Element element) {
        return element instanceof QualifiedNameable nameable
                ? nameable.getQualifiedName().toString()
                : JavaTypes.qualifiedName(element);
    }
}
