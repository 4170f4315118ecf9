package io.pathwise.processor.read;

import com.sun.source.tree.MethodTree;
import io.pathwise.processor.program.Names;
import io.pathwise.processor.program.Parameter;
import io.pathwise.processor.program.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** What all readers of one method's body share, and how they are made from it. */
final class BodyContext {
    private final Source source;
    private final Names variables;
    private final Types types;
    private final TypeElement owner;
    private final Members members;
    private final ClassNames classNames;
    private final CompanionReader companions;
    private final Labels labels;
    private final Set<String> localClasses;
    private final NameReader names;
    private final TypeReader typeReader;
    private final ConstantReader constants;
    private final FieldReader fields;
    private final PrivateHelpers helpers;
    private final RecordReader records;
    private final Type result;
    private final List<Parameter> parameters;

    /**
     * Prepares the readers of a method.
     *
     * @param owner the class that declares it
     * @param result the type of what it returns
     * @param parameters the method's parameters; the first is the object where it is no static method
     * @param fields reads fields for the whole method
     * @param helpers methods without an annotation that become parts of others
     */
    BodyContext(
            MethodTree method,
            Source source,
            Names variables,
            Types types,
            TypeElement owner,
            Members members,
            ClassNames classNames,
            RecordReader records,
            CompanionReader companions,
            Type result,
            List<Parameter> parameters,
            FieldReader fields,
            PrivateHelpers helpers) {
        this.helpers = helpers;
        this.records = records;
        this.result = result;
        this.parameters = List.copyOf(parameters);
        this.source = source;
        this.variables = variables;
        this.types = types;
        this.owner = owner;
        this.members = members;
        this.classNames = classNames;
        this.companions = companions;
        this.labels = Labels.of(method);
        this.localClasses = LocalClasses.names(method);
        this.names = new NameReader(classNames, members);
        this.typeReader = new TypeReader(names, classNames, members);
        this.fields = fields;
        this.constants = new ConstantReader(source, members, fields);
    }

    Source source() {
        return source;
    }

    Names variables() {
        return variables;
    }

    Type result() {
        return result;
    }

    ExpressionReader expressions(SwitchExpressions switches) {
        CallMeaning meaning = new CallMeaning(
                source, variables, types, owner, classNames, members, records, companions, helpers, parameters);
        CallReader calls =
                new CallReader(source, types, owner, classNames, members, records, fields, meaning, parameters);
        return new ExpressionReader(source, variables, names, constants, calls, records, typeReader, switches);
    }

    DeclarationReader declarations(ExpressionReader expressions) {
        return new DeclarationReader(source, variables, typeReader, expressions, localClasses);
    }

    ExceptionReader exceptions(ExpressionReader expressions) {
        return new ExceptionReader(source, types, classNames, members, expressions);
    }

    SwitchReader switches(ExpressionReader expressions, StatementReader statements) {
        return new SwitchReader(source, variables, labels, classNames, constants, expressions, statements);
    }
}
