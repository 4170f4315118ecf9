package io.pathwise.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import io.pathwise.processor.diagnostic.Messages;
import io.pathwise.processor.program.Expression;
import io.pathwise.processor.program.Expression.Compound;
import io.pathwise.processor.program.Expression.Draw;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Expression.New;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assert;
import io.pathwise.processor.program.Statement.Throw;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.program.Type.Primitive;
import io.pathwise.processor.program.Type.Reference;
import io.pathwise.processor.read.Named.Ambiguous;
import io.pathwise.processor.read.Named.OfType;
import io.pathwise.processor.read.Resolution.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads guards: what ends the method with an exception. */
final class ExceptionReader {
    private final Source source;
    private final Types types;
    private final ClassNames classNames;
    private final Members members;
    private final NameReader names;
    private final Overloads overloads;
    private final ExpressionReader expressions;

    ExceptionReader(Source source, Types types, ClassNames classNames, Members members, ExpressionReader expressions) {
        this.source = source;
        this.types = types;
        this.classNames = classNames;
        this.members = members;
        this.names = new NameReader(classNames, members);
        this.overloads = new Overloads(types, classNames);
        this.expressions = expressions;
    }

    Statement read(ThrowTree tree, LocalScope scope) {
        ExpressionTree exception = ExpressionReader.inside(tree.getExpression());
        Expression read = exception instanceof NewClassTree creation && isPlain(creation)
                ? creation(creation, scope)
                : source.refuse(Messages.thrownObject(source.position(exception), exception.toString()));
        return new Throw(read, source.position(tree));
    }

    Statement read(AssertTree tree, LocalScope scope) {
        Expression condition = expressions.read(tree.getCondition(), Primitive.BOOLEAN, scope);
        Optional<Expression> message = Optional.ofNullable(tree.getDetail()).map(detail -> argument(detail, scope));
        Stream.concat(Stream.of(condition), message.stream())
                .filter(each -> Expressions.any(each, ExceptionReader::doesMoreThanCompute))
                .forEach(each -> source.report(Messages.assertionEffects(each.position())));
        return new Assert(condition, message, source.position(tree));
    }

    private Expression argument(ExpressionTree tree, LocalScope scope) {
        if (ExpressionReader.isNull(tree)) {
            return NullChecks.literal(source.position(tree));
        } else if (ExpressionReader.inside(tree) instanceof NewClassTree cause && isPlain(cause)) {
            Named named = names.read(cause.getIdentifier(), LocalScope.ofMethod());
            if (named instanceof OfType exception && isA(exception.type(), "java.lang.Throwable")) {
                return creation(exception.type(), arguments(cause, scope), source.position(cause));
            }
        }
        Expression argument = expressions.readAtom(tree, scope.inMessage());
        return argument.type() instanceof Type.Record
                ? source.refuse(Messages.recordInMessage(argument.position()))
                : argument;
    }

    private static boolean isPlain(NewClassTree creation) {
        return creation.getClassBody() == null
                && creation.getEnclosingExpression() == null
                && creation.getTypeArguments().isEmpty();
    }

    private List<Expression> arguments(NewClassTree tree, LocalScope scope) {
        return tree.getArguments().stream().map(each -> argument(each, scope)).toList();
    }

    private static boolean doesMoreThanCompute(Expression expression) {
        return expression instanceof Compound || expression instanceof Draw || expression instanceof Invoke;
    }

    private Expression creation(NewClassTree tree, LocalScope scope) {
        Position position = source.position(tree);
        List<Expression> arguments = arguments(tree, scope);
        Named named = names.read(tree.getIdentifier(), LocalScope.ofMethod());
        if (named instanceof OfType exception) {
            return isUnchecked(exception.type())
                    ? creation(exception.type(), arguments, position)
                    : source.refuse(Messages.checkedException(position, nameOf(exception.type())));
        }
        String name = tree.getIdentifier().toString();
        return source.refuse(
                named instanceof Ambiguous ambiguous
                        ? Messages.ambiguousName(position, name, String.join(", ", ambiguous.candidates()))
                        : Messages.unknownName(position, name));
    }

    private Expression creation(TypeElement exception, List<Expression> arguments, Position position) {
        if (arguments.stream().anyMatch(Unknown::is)) {
            return Unknown.at(position);
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
                .filter(members::isAccessible)
                .toList();
        List<ExecutableElement> chosen = overloads.choose(constructors, arguments);
        if (chosen.size() != 1) {
            String given =
                    arguments.stream().map(each -> each.type().javaName()).collect(Collectors.joining(", "));
            return source.refuse(Messages.noApplicableConstructor(position, nameOf(exception), given));
        } else if (!members.isAccessibleInPackage(chosen.get(0))) {
            return source.refuse(Messages.inaccessibleType(position, nameOf(exception)));
        }
        source.resolvedTo(position, Subject.METHOD, JavaTypes.signature(chosen.get(0), types));
        return new New(new Reference(nameOf(exception)), arguments, position);
    }

    private boolean isUnchecked(TypeElement type) {
        return isA(type, "java.lang.RuntimeException") || isA(type, "java.lang.Error");
    }

    private boolean isA(TypeElement type, String supertype) {
        return classNames
                .type(supertype)
                .filter(each -> types.isSubtype(type.asType(), each.asType()))
                .isPresent();
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
