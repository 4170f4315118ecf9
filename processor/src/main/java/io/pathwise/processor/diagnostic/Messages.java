package io.pathwise.processor.diagnostic;

import io.pathwise.processor.program.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: every message that a user can see, each with what is wrong, why, and what to write instead. */
public final class Messages {
    /** Classes of boxed values, and how each is unboxed. */
    private static final List<Map.Entry<String, String>> UNBOXING = List.of(
            Map.entry("Double", "doubleValue"),
            Map.entry("Integer", "intValue"),
            Map.entry("Long", "longValue"),
            Map.entry("Short", "shortValue"),
            Map.entry("Byte", "byteValue"),
            Map.entry("Character", "charValue"),
            Map.entry("Boolean", "booleanValue"));

    private Messages() {}

    // The annotated method

    /** An annotated generic method. */
    public static Diagnostic genericMethod(Position position, String method) {
        return new Diagnostic(
                Code.UNSUPPORTED_METHOD,
                position,
                "'" + method + "' has type parameters: a derivative exists for double, not for a type variable",
                "write the method for double");
    }

    /** An annotated method of variable arity. */
    public static Diagnostic variableArity(Position position, String method) {
        return new Diagnostic(
                Code.UNSUPPORTED_METHOD,
                position,
                "'" + method + "' has variable arity: its companion's noise and gradient follow the parameters",
                "declare the last parameter as an array, 'double[] x' instead of 'double... x'");
    }

    /** An annotated method without a body. */
    public static Diagnostic missingBody(Position position, String method) {
        return new Diagnostic(
                Code.UNSUPPORTED_METHOD,
                position,
                "'" + method + "' has no body here to differentiate: it is abstract or native, or the compiler shows"
                        + " the processor a stub, as kapt does",
                "annotate a Java method with a body, in a module that javac compiles");
    }

    /** An annotated method that does not return {@code double}. */
    public static Diagnostic unsupportedResult(Position position, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "a differentiated method returns the one number whose gradient is taken, a double, not '" + type + "'",
                "return a double; write one method for each number of interest. Helpers may also return whole numbers,"
                        + " booleans, arrays and records, or nothing");
    }

    /** An annotated method that returns nothing, fills nothing and is a part of no other. */
    public static Diagnostic resultOfNothing(Position position, String method) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "'" + method + "' returns nothing, so that there is no number whose gradient could be taken",
                "return a double; a method that fills an array has a derivative as a part of the @Pathwise methods of"
                        + " this class that call it");
    }

    /** An annotated method that returns a whole number or a truth value and is a part of no other. */
    public static Diagnostic resultWithoutGradient(Position position, String method, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "'" + method + "' returns '" + type + "', so that there is no number whose gradient could be taken",
                "return a double; a method that returns '" + type + "' takes part in the @Pathwise methods of this"
                        + " class that call it");
    }

    // Types

    /**
     * A parameter of a type outside the subset.
     *
     * @param mayBeConstant whether it would do as a constant
     */
    public static Diagnostic unsupportedParameter(Position position, String name, String type, boolean mayBeConstant) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "parameter '" + name + "' has type '" + type + "': objects carry no derivatives",
                "use double, int, long, boolean, String or an enum, arrays of these, or a record of all these; "
                        + (mayBeConstant
                                ? "or annotate the parameter with @Constant, if only methods of '" + name
                                        + "' that take constants are called"
                                : "compute what depends on '" + name + "' before the call and pass the numbers"));
    }

    /** An active parameter that is an array of matrices, or of more. */
    public static Diagnostic tooManyDimensions(Position position, String name, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "parameter '" + name + "' has type '" + type
                        + "': arrays in which there is a derivative have two dimensions at most",
                "use double[][] with a row for each pair of the first two indices; or annotate the parameter with"
                        + " @Constant, if no derivative in it is needed");
    }

    /** A local variable that holds a lambda or a method reference. */
    public static Diagnostic functionVariable(Position position, String name, String text) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "variable '" + name + "' holds the lambda or method reference '" + text
                        + "': when and how often it runs is not known here",
                "write a @Pathwise method, and call that where '" + name + "' is called");
    }

    /** A local variable of a class type. */
    public static Diagnostic unsupportedVariable(Position position, String name, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "variable '" + name + "' has type '" + type + "', which a differentiated method cannot compute with",
                "use double, int, long, boolean, String or an enum, arrays of these, or a record; compute other objects"
                        + " before the call and pass the numbers");
    }

    /** A record that is not made of numbers, or an array of records. */
    public static Diagnostic unsupportedRecord(Position position, String type, String problem) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "'" + type + "' cannot be differentiated: " + problem,
                problem.endsWith("array of records")
                        ? "use one array for each component, or a record of such arrays"
                        : "use a record without type parameters whose components are numbers, booleans, strings, enums,"
                                + " arrays of numbers, or such records");
    }

    /** Single precision anywhere. */
    public static Diagnostic floatType(Position position, String text) {
        return new Diagnostic(
                Code.FLOAT_TYPE,
                position,
                "'" + text + "' is of type float: derivatives are computed in double, and rounding to float jumps",
                "use double");
    }

    /** A call for which the compiler chooses the method of {@code float}, because its arguments are whole numbers. */
    public static Diagnostic floatCall(Position position, String call, String method) {
        return new Diagnostic(
                Code.FLOAT_TYPE,
                position,
                "'" + call + "' is of type float: for whole numbers Java chooses " + method
                        + ", and derivatives are computed in double",
                "cast the argument to double");
    }

    /** An operator that does not apply to its operands. */
    public static Diagnostic operandTypes(Position position, String operator, String types) {
        return new Diagnostic(
                Code.TYPE_MISMATCH,
                position,
                "operator '" + operator + "' does not apply to " + types,
                unboxing(types)
                        .orElse(
                                "use operands of numeric type for arithmetic and comparison, and boolean ones for logic"));
    }

    /** A value where another type is needed. */
    public static Diagnostic typeMismatch(Position position, String found, String required) {
        return new Diagnostic(
                Code.TYPE_MISMATCH,
                position,
                "found a value of type " + found + " where " + required + " is needed",
                unboxing(found).orElse("convert the value with a cast, or change the declared type"));
    }

    /** What to do with objects that the compiler would unbox. */
    private static Optional<String> unboxing(String types) {
        return UNBOXING.stream()
                .filter(each -> types.contains("java.lang." + each.getKey()))
                .findFirst()
                .map(each -> "boxed numbers are objects; unbox the value by " + each.getValue() + "()");
    }

    // Statements

    /** {@code throw} of anything but a new exception. */
    public static Diagnostic thrownObject(Position position, String text) {
        return statement(
                position,
                "throwing '" + text + "'",
                "only an exception that is created on the spot is followed",
                "write 'throw new IllegalArgumentException(\"…\")'");
    }

    /** {@code throw} of a checked exception. */
    public static Diagnostic checkedException(Position position, String type) {
        return statement(
                position,
                "throwing a '" + type + "'",
                "the methods of the companion declare no checked exceptions",
                "throw a RuntimeException, such as IllegalArgumentException");
    }

    /** An assertion that draws, assigns or calls. */
    public static Diagnostic assertionEffects(Position position) {
        return statement(
                position,
                "an assertion that draws, assigns or calls a @Pathwise method",
                "it does so only where assertions are enabled",
                "compute the value in a statement before, and assert what it is");
    }

    /** A pattern in a {@code switch}. */
    public static Diagnostic pattern(Position position) {
        return statement(
                position,
                "a pattern in 'switch'",
                "objects carry no derivatives",
                "switch over constants: whole numbers, characters, strings or enums");
    }

    /** {@code try}. */
    public static Diagnostic tryStatement(Position position) {
        return statement(
                position,
                "'try'",
                "an exception cuts the path on which the derivative is computed",
                "test for the exceptional case with 'if', and handle exceptions in the caller");
    }

    /** {@code synchronized}. */
    public static Diagnostic synchronizedStatement(Position position) {
        return statement(
                position,
                "'synchronized'",
                "a differentiated method is a pure function of parameters and noise",
                "remove it, and synchronize in the caller where it is needed");
    }

    /** A class declared in the body. */
    public static Diagnostic localClass(Position position) {
        return statement(
                position, "a local class", "its objects cannot be differentiated", "declare it outside of the method");
    }

    /** A variable named {@code _}. */
    public static Diagnostic unnamedVariable(Position position) {
        return statement(position, "an unnamed variable", "generated code needs its name", "give it a name");
    }

    /** Something other than declarations and assignments in the head of a {@code for} loop. */
    public static Diagnostic loopHead(Position position) {
        return statement(
                position,
                "a call in the head of a 'for' loop",
                "only declarations and assignments are followed there",
                "move it before the loop, or to the end of its body");
    }

    /** A statement that has no message of its own. */
    public static Diagnostic otherStatement(Position position, String kind) {
        return statement(
                position,
                "a statement of kind '" + kind + "'",
                "it is not part of the differentiable subset",
                "write it with assignments, branches, loops and 'return'");
    }

    private static Diagnostic statement(Position position, String what, String why, String instead) {
        return new Diagnostic(
                Code.UNSUPPORTED_STATEMENT, position, what + " cannot be differentiated: " + why, instead);
    }

    /**
     * A write to an array of the caller.
     *
     * @param dimensions of the parameter's type
     */
    public static Diagnostic writesParameterArray(Position position, String target, String array, int dimensions) {
        return new Diagnostic(
                Code.WRITES_PARAMETER_ARRAY,
                position,
                "'" + target + "' is written, which changes or may change '" + array
                        + "': that belongs to the caller, and a derivative must not change the caller's arrays",
                "write to a copy of its own: " + copyOf(array, dimensions));
    }

    /**
     * A write to an array that others see as well.
     *
     * @param dimensions of the field's type
     */
    public static Diagnostic writesSharedArray(Position position, String target, String field, int dimensions) {
        return new Diagnostic(
                Code.UNSUPPORTED_STATEMENT,
                position,
                "'" + target + "' is written, which changes or may change '" + field
                        + "': a differentiated method must not change what others see",
                "write to a copy of its own: " + copyOf(field, dimensions));
    }

    private static String copyOf(String array, int dimensions) {
        return dimensions == 1
                ? array + ".clone()"
                : "create an array of the same length, and clone() each row, copy[i] = " + array + "[i].clone()";
    }

    /** An assignment to a parameter of a class type. */
    public static Diagnostic assignsObject(Position position, String name, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_STATEMENT,
                position,
                "'" + name + "' is replaced: values of type '" + type + "' stay what the caller passes",
                "test it with '==' or 'switch' where it is needed");
    }

    /** An assignment to something that is not a local variable. */
    public static Diagnostic assignsForeign(Position position, String target) {
        return new Diagnostic(
                Code.UNSUPPORTED_STATEMENT,
                position,
                "'" + target + "' is not a variable of the method: a differentiated method must not change what"
                        + " others see",
                "assign to a local variable and return the result");
    }

    // Expressions

    /** A lambda. */
    public static Diagnostic lambda(Position position) {
        return expression(
                position,
                "a lambda",
                "when and how often it runs is not known here",
                "write a loop, or call a @Pathwise method");
    }

    /** A method reference. */
    public static Diagnostic methodReference(Position position, String text) {
        return expression(
                position,
                "the method reference '" + text + "'",
                "when and how often the method runs is not known here",
                "call the method");
    }

    /** {@code new}. */
    public static Diagnostic newObject(Position position) {
        return expression(
                position,
                "'new'",
                "objects carry no derivatives",
                "compute with double variables, and create objects in the caller");
    }

    /** A record of which there is no source. */
    public static Diagnostic recordOfClassFile(Position position, String type) {
        return madeRecordExpression(
                position,
                type,
                "it stands in a class file, which does not tell what its constructor and accessors do",
                "call a @Pathwise method of its library that returns it, or declare a record of your own");
    }

    /** A record whose accessors may give something other than its constructor took. */
    public static Diagnostic recordWithAccessors(Position position, String type) {
        return madeRecordExpression(
                position,
                type,
                "accessors are written out, and may give something other than its components",
                "leave the accessors to the compiler");
    }

    /** A record that is made by another constructor than the canonical one. */
    public static Diagnostic recordByOtherConstructor(Position position, String type) {
        return madeRecordExpression(
                position,
                type,
                "this constructor takes something other than its components",
                "call the constructor that takes the components, or a @Pathwise method that does");
    }

    /** A record whose constructor is written out. */
    public static Diagnostic recordWithConstructor(Position position, String type) {
        return madeRecordExpression(
                position,
                type,
                "its constructor is written out with its parameters, or makes such a record itself",
                "leave the constructor to the compiler, or write a compact one, '"
                        + type.substring(type.lastIndexOf('.') + 1) + " { … }'");
    }

    /** A record whose compact constructor stands in another class. */
    public static Diagnostic recordOfOtherClass(Position position, String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return madeRecordExpression(
                position,
                type,
                "it has a constructor of its own, and bodies of other classes are not read",
                "declare the record inside this class, or let a static @Pathwise method of '" + name
                        + "' make and return it");
    }

    private static Diagnostic madeRecordExpression(Position position, String type, String why, String instead) {
        return expression(position, "making a '" + type + "' here", why, instead);
    }

    /** A method of a record that gives no component. */
    public static Diagnostic recordMethod(Position position, String call, String type) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': it is not @Pathwise, and gives no component of the record '"
                        + type + "'",
                "annotate it with @Pathwise if it is the record's own, or compare and compute with the components");
    }

    /** A record as an operand. */
    public static Diagnostic recordOperand(Position position, String operator) {
        return expression(
                position,
                "'" + operator + "' of records",
                "a derivative follows the components of a record, not the object",
                "write it with the components");
    }

    /** A record in the message of an exception. */
    public static Diagnostic recordInMessage(Position position) {
        return expression(
                position,
                "a record in a message",
                "generated code knows its components only",
                "name the components that the message needs");
    }

    /**
     * {@code new Object[n]}.
     *
     * @param isRecord whether the objects are records
     */
    public static Diagnostic arrayOfObjects(Position position, String type, boolean isRecord) {
        return expression(
                position,
                "an array of '" + type + "'",
                "objects carry no derivatives",
                isRecord
                        ? "use one array for each component, or a record of such arrays"
                        : "use arrays of double, int, long, boolean, String or an enum");
    }

    /** {@code instanceof}. */
    public static Diagnostic instanceOf(Position position) {
        return expression(
                position, "'instanceof'", "objects carry no derivatives", "decide before the call and pass a boolean");
    }

    /** Text where a number is needed, or compared by {@code ==}. */
    public static Diagnostic text(Position position) {
        return expression(
                position,
                "text",
                "it carries no derivative",
                "use numbers and booleans; of text, methods may be called, such as equals and length, and it may stand in"
                        + " messages and in 'switch'");
    }

    /** {@code null}. */
    public static Diagnostic nullLiteral(Position position) {
        return expression(
                position, "'null'", "only numbers and booleans are computed with", "use a boolean parameter instead");
    }

    /** A cast to a class type. */
    public static Diagnostic referenceCast(Position position, String type) {
        return expression(
                position,
                "a cast to '" + type + "'",
                "objects carry no derivatives",
                "cast to a primitive type, or leave the cast out");
    }

    /** A whole array where a number is needed. */
    public static Diagnostic arrayValue(Position position, String text) {
        return expression(
                position,
                "the whole array '" + text + "' here",
                "an array is no number",
                "read its elements, or pass it to a @Pathwise method");
    }

    /** Whether two arrays are one. */
    public static Diagnostic comparedArrays(Position position, String text) {
        return expression(
                position,
                "'" + text + "'",
                "whether two arrays are the same object is not followed",
                "compare elements, or let a boolean variable tell which array it is");
    }

    /** A field of an object. */
    public static Diagnostic fieldOfObject(Position position, String text) {
        return expression(
                position,
                "'" + text + "'",
                "of an object only final fields of numbers, booleans, enums, text and arrays are read, which other classes"
                        + " of the package must see",
                "declare the field final and not private, call a method of the object that returns it, or pass it as a"
                        + " parameter of its own");
    }

    /** A member of the superclass that this class hides or overrides. */
    public static Diagnostic memberOfSuperclass(Position position, String text) {
        return expression(
                position,
                "'" + text + "'",
                "from outside the class, where the companion stands, 'super' reaches nothing",
                "declare a method of this class that returns it, and call that");
    }

    /** Explicit type arguments. */
    public static Diagnostic typeArguments(Position position, String text) {
        return expression(
                position,
                "the generic call '" + text + "'",
                "only methods without type parameters are followed",
                "call a method that takes and returns double");
    }

    /** An expression that has no message of its own. */
    public static Diagnostic otherExpression(Position position, String kind) {
        return expression(
                position,
                "an expression of kind '" + kind + "'",
                "it is not part of the differentiable subset",
                "write it with arithmetic, comparisons, '?:' and methods of Math");
    }

    private static Diagnostic expression(Position position, String what, String why, String instead) {
        return new Diagnostic(
                Code.UNSUPPORTED_EXPRESSION, position, what + " cannot be differentiated: " + why, instead);
    }

    // Names and calls

    /** A name that does not resolve. */
    public static Diagnostic unknownName(Position position, String name) {
        return new Diagnostic(
                Code.UNKNOWN_NAME,
                position,
                "cannot find '" + name + "'",
                "declare it, import it, or correct its spelling");
    }

    /** A name that several imports or supertypes declare. */
    public static Diagnostic ambiguousName(Position position, String name, String candidates) {
        return new Diagnostic(
                Code.UNKNOWN_NAME,
                position,
                "'" + name + "' may be any of " + candidates,
                "write the qualified name of the one that is meant");
    }

    /** A field that is not a compile-time constant. */
    public static Diagnostic nonConstantField(Position position, String field) {
        return new Diagnostic(
                Code.NON_CONSTANT_FIELD,
                position,
                "field '" + field
                        + "' cannot be read: it holds an object, or it belongs to one that the companion is not"
                        + " handed",
                "pass what is needed of it as a @Constant parameter");
    }

    /** A class that the companion cannot name. */
    public static Diagnostic inaccessibleType(Position position, String type) {
        return new Diagnostic(
                Code.UNSUPPORTED_TYPE,
                position,
                "'" + type + "' is hidden from the companion, a class of its own in the same package",
                "give the class and its members package access instead of 'private'");
    }

    /** A call of a method without an annotation. */
    public static Diagnostic unannotatedCall(Position position, String call, String method, boolean sameClass) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': " + method + " is not @Pathwise",
                sameClass
                        ? "annotate it with @Pathwise, or write its formula here"
                        : (method.startsWith("java.") ? "" : "annotate it with @Pathwise, or ")
                                + "give its derivative in a method annotated @Derivative(of = \"" + method + "\")");
    }

    /**
     * A call with constant arguments of a method that the companion must not name.
     *
     * @param mayBePart whether its result would let it be a part of its callers
     */
    public static Diagnostic hiddenCall(Position position, String call, String method, boolean mayBePart) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot keep '" + call + "': " + method
                        + " is hidden from the companion, a class of its own in the same package",
                "give the method package access"
                        + (mayBePart
                                ? ", or annotate it with @Pathwise, so that it becomes a part of its callers"
                                : ""));
    }

    /** {@code this} anywhere but before a field or method. */
    public static Diagnostic thisValue(Position position) {
        return expression(
                position,
                "'this' as a value",
                "the object is a constant of which fields are read and methods called",
                "read the fields that are needed, or call a method of the object");
    }

    /** A call of an instance method. */
    public static Diagnostic instanceCall(Position position, String call) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': it calls a method of an object",
                "call a static @Pathwise method of this class, or compute the value before the call and pass it");
    }

    /**
     * A call of a method of an object that a subclass may replace.
     *
     * @param isDefault whether it is a default method of an interface, which nothing makes final
     */
    public static Diagnostic overridableCall(Position position, String call, String method, boolean isDefault) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': a " + (isDefault ? "class" : "subclass") + " may override "
                        + method,
                isDefault
                        ? "move its code into a static @Pathwise method, and let both call that"
                        : "declare the method or its class final, or the method private or static");
    }

    /** A call of a runtime method that is no sampler. */
    public static Diagnostic notASampler(Position position, String call) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': it draws no number",
                "in a differentiated method, only draw; the caller chooses the generator");
    }

    /** A call of a method that is not declared. */
    public static Diagnostic noSuchMethod(Position position, String method) {
        return new Diagnostic(
                Code.UNKNOWN_NAME,
                position,
                "cannot find a method '" + method + "'",
                "declare it, import it, or correct its name");
    }

    /** A call that no method of the name fits. */
    public static Diagnostic noApplicableMethod(Position position, String method, String types) {
        return new Diagnostic(
                Code.UNKNOWN_NAME,
                position,
                "no method '" + method + "' takes arguments of type (" + types + ")",
                "correct the name or the arguments");
    }

    /** An exception that cannot be created from these arguments. */
    public static Diagnostic noApplicableConstructor(Position position, String type, String types) {
        return new Diagnostic(
                Code.UNKNOWN_NAME,
                position,
                "no constructor of '" + type + "' takes arguments of type (" + types + ")",
                "create it from text, numbers and booleans");
    }

    /** A call of a method that takes or returns objects. */
    public static Diagnostic unsupportedSignature(Position position, String call, String method) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': " + method + " takes or returns something other than numbers,"
                        + " booleans and arrays of them",
                "call a method of numbers, or compute the value before the call and pass it");
    }

    /** A call of {@code java.util.Arrays} that has no derivative, or does not tell it. */
    public static Diagnostic arraysCall(Position position, String call, String method) {
        String instead = switch (method.substring(method.lastIndexOf('.') + 1)) {
            case "sort", "parallelSort" ->
                "sort in loops that compare and exchange elements; or sort before the call what is constant";
            case "stream" -> "write a loop over the elements";
            case "equals", "compare", "mismatch", "hashCode", "binarySearch" ->
                "compare elements in a loop, or lengths, which are constants";
            case "toString" -> "show elements in messages of exceptions only";
            default -> "write a loop over the elements; fill, copyOf, copyOfRange and clone are followed";
        };
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': what " + method + " does with the elements is not followed",
                instead);
    }

    /** A call that stays a call, of a method that has no companion. */
    public static Diagnostic partCall(Position position, String call, String method) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot differentiate '" + call + "': " + method
                        + " returns neither a double nor a record, or writes to an array that"
                        + " it is handed, which only methods do that become a part of their callers",
                "move the method into the class of its caller, without recursion; or let it return a double or a record"
                        + " of numbers");
    }

    /** A call of a method that returns nothing. */
    public static Diagnostic callForEffect(Position position, String call) {
        return new Diagnostic(
                Code.UNKNOWN_CALL,
                position,
                "cannot keep '" + call
                        + "': it gives no value, and what it does instead would be done again by each mode,"
                        + " as often as that runs a path",
                "do it where the method is called; to print or log what is computed here, take it from a companion's"
                        + " value, or return it from a method of its own");
    }

    /** A call that several methods fit. */
    public static Diagnostic ambiguousCall(Position position, String call, String candidates) {
        return new Diagnostic(
                Code.AMBIGUOUS_CALL,
                position,
                "'" + call + "' fits several methods equally well: " + candidates,
                "cast the arguments to the types of the one that is meant");
    }

    /** A call that fits only after boxing or with variable arity. */
    public static Diagnostic boxingCall(Position position, String call) {
        return new Diagnostic(
                Code.AMBIGUOUS_CALL,
                position,
                "'" + call + "' needs boxing, variable arity or type inference, which are not followed",
                "call a method whose parameters are primitive types or arrays of them");
    }

    /** Randomness from elsewhere. */
    public static Diagnostic randomSource(Position position, String call) {
        return new Diagnostic(
                Code.RANDOM_SOURCE,
                position,
                "'" + call + "' draws noise that the derivative cannot hold fixed",
                "use Sampler.uniform(0, 1) or Sampler.normal(0, 1)");
    }

    /** A rule for a method that does not exist. */
    public static Diagnostic derivativeOfNothing(Position position, String of) {
        return new Diagnostic(
                Code.DERIVATIVE_RULE,
                position,
                "cannot find a method '" + of + "' whose derivative this could be",
                "write the name of a method of this class, or of another behind the qualified name of its class:"
                        + " @Derivative(of = \"lib.Lib.f\")");
    }

    /** A rule for a method that cannot be called in differentiated methods. */
    public static Diagnostic derivativeOfOther(Position position, String of) {
        return new Diagnostic(
                Code.DERIVATIVE_RULE,
                position,
                "'" + of + "' is no static method that returns double and takes at least one active double or double[],"
                        + " and otherwise numbers, booleans, strings, enums and arrays",
                "give derivatives of such a method, which may call '" + of + "'; mark other parameters @Constant");
    }

    /** A rule of another signature than its method asks for. */
    public static Diagnostic derivativeSignature(Position position, String name, String of, String expected) {
        return new Diagnostic(
                Code.DERIVATIVE_RULE,
                position,
                "'" + name + "' cannot give the derivatives of '" + of + "': expected '" + expected + "'",
                "declare it like that; mark a parameter @Constant to leave it out");
    }

    /** A rule that generated code cannot call. */
    public static Diagnostic hiddenDerivative(Position position, String name, String of) {
        return new Diagnostic(
                Code.DERIVATIVE_RULE,
                position,
                "'" + name + "' or '" + of + "' is hidden from the companion, a class of its own in the same package",
                "give both, and their classes, package access instead of 'private'");
    }

    /** A record returned by a method that stays a call, of which its companion tells too little. */
    public static Diagnostic recordCall(Position position, String call) {
        return new Diagnostic(
                Code.RECORD_CALL,
                position,
                "cannot differentiate '" + call
                        + "': it stays a call, and a companion returns records of numbers and truth values, whose"
                        + " constructor at most checks them, of methods without overloads",
                "return a double; or let a helper of this class that does not call itself return the record");
    }

    /** A record would have to be made for a call, and its constructor may change what it takes. */
    public static Diagnostic madeRecord(Position position, String call, String record) {
        return new Diagnostic(
                Code.RECORD_CALL,
                position,
                "cannot differentiate '" + call + "': the record '" + record
                        + "' would have to be made again here, and its own constructor or accessors may change what it"
                        + " holds, or come without source",
                "hand over a parameter as it is, or let the record's constructor only check what it takes");
    }

    /** An active argument of a parameter in which the called method has no derivative. */
    public static Diagnostic activeForConstant(Position position, String call, String method, String parameter) {
        return new Diagnostic(
                Code.CONSTANT_ARGUMENT,
                position,
                "cannot differentiate '" + call + "': the argument for '" + parameter
                        + "' depends on an active parameter," + " but " + method + " declares it @Constant",
                "remove @Constant from '" + parameter + "', or pass a value that does not depend on active parameters");
    }

    /** A call of an annotated method of an earlier build that brings no derivatives. */
    public static Diagnostic noCompanion(Position position, String call, String method, String companion) {
        return new Diagnostic(
                Code.NO_COMPANION,
                position,
                "cannot differentiate '" + call + "': " + method + " is @Pathwise, but " + companion + " does not hold"
                        + " its derivatives in a form that this version of Pathwise knows",
                "compile the class of " + method + " with this version of Pathwise, and put its companion beside it");
    }

    /** A call of a method of another class of which only a path knows how much noise it takes. */
    public static Diagnostic unknownNoise(Position position, String call, String method) {
        return new Diagnostic(
                Code.UNKNOWN_NOISE,
                position,
                "cannot follow the noise through '" + call + "': how much of it " + method
                        + " draws depends on the path",
                "make the method and its class public, or compile both classes together, so that its companion takes"
                        + " noise from where this method's has stopped; or let it draw the same number of times on"
                        + " every path");
    }

    /** A function of the library that the rule table does not know. */
    public static Diagnostic noRule(Position position, String call, String signature) {
        return new Diagnostic(
                Code.NO_RULE,
                position,
                "cannot differentiate '" + call + "': the derivative of " + signature + " is not known",
                "compute it from functions with a known derivative, or make its arguments independent of active"
                        + " parameters");
    }

    // Jumps

    /** A branch whose sides do not meet. */
    public static Diagnostic jump(Position position, String condition) {
        return new Diagnostic(
                Code.JUMP,
                position,
                "the gradient is biased by the jump of '" + condition
                        + "': the two sides differ where it switches, and the pathwise derivative does not see how"
                        + " often the branch switches",
                "smooth it, for example 0.5 * (1 + Math.tanh(distance / width)) for an indicator, or accept the bias with"
                        + " @SuppressWarnings(\"pathwise:jump\")");
    }

    /** A function with steps, or a cast that drops the fraction. */
    public static Diagnostic jumpingFunction(Position position, String call) {
        return new Diagnostic(
                Code.JUMP,
                position,
                "the gradient is biased by the jumps of '" + call
                        + "': its derivative is zero between them, and the pathwise derivative does not see how often"
                        + " they are crossed",
                "compute without rounding, or accept the bias with @SuppressWarnings(\"pathwise:jump\")");
    }

    /** A cast that drops the fraction of a value that is the same on every path. */
    public static Diagnostic droppedFraction(Position position, String cast) {
        return new Diagnostic(
                Code.JUMP,
                position,
                "the gradient does not see the jumps of '" + cast + "': its derivative is zero between them",
                "compute without rounding, or accept it with @SuppressWarnings(\"pathwise:jump\"), as for the number of a"
                        + " cell within which the value is smooth");
    }

    // Size

    /** An expression of so many operations that taking it apart exceeds the stack. */
    public static Diagnostic expressionTooLarge(Position position, int operations) {
        return expressionTooLarge(position, operations + " operations, too many to be differentiated in one piece");
    }

    /** An expression of so many operations that reading it exceeds the stack. */
    public static Diagnostic expressionTooLarge(Position position) {
        return expressionTooLarge(position, "more operations than can be read in one piece");
    }

    private static Diagnostic expressionTooLarge(Position position, String what) {
        return new Diagnostic(
                Code.EXPRESSION_TOO_LARGE,
                position,
                "an expression here has " + what,
                "compute parts of it in variables of their own, or add up in a loop");
    }

    /** A generated method that could not be split far enough. */
    public static Diagnostic tooLarge(Position position, String method, int bytes) {
        return new Diagnostic(
                Code.METHOD_TOO_LARGE,
                position,
                "the generated method '" + method + "' would have about " + bytes
                        + " bytes of code and cannot be split further; the virtual machine interprets methods of more than"
                        + " 8000 and never compiles them",
                "compute parts of large expressions in variables of their own, write loops in place of repeated"
                        + " statements, or accept the slow method with @SuppressWarnings(\"pathwise:size\")");
    }

    /** A member of the companion that would take more arguments than a method can. */
    public static Diagnostic tooManyParameters(Position position, String method, int slots) {
        return new Diagnostic(
                Code.TOO_MANY_PARAMETERS,
                position,
                "the generated method '" + method + "' would take " + slots
                        + " slots of arguments, where a double takes two and 255 is the most that the virtual machine allows",
                "gather parameters in an array or a record");
    }

    // The class and its companion

    /** Two annotated methods of one name. */
    public static Diagnostic duplicateName(Position position, String method) {
        return new Diagnostic(
                Code.DUPLICATE_NAME,
                position,
                "another @Pathwise method of this class is called '" + method
                        + "', or so but for the case of its first letter: the members of the companion, and the class of"
                        + " the gradient, are named after the method",
                "give the methods different names, or annotate one of them only");
    }

    /** The companion's name is taken. */
    public static Diagnostic companionExists(Position position, String companion) {
        return new Diagnostic(
                Code.COMPANION_EXISTS,
                position,
                "a class '" + companion + "' exists already, which is the name of the companion to be generated",
                "rename one of the two classes");
    }

    /** The companion cannot be stored. */
    public static Diagnostic cannotWrite(Position position, String companion, String failure) {
        return new Diagnostic(
                Code.CANNOT_WRITE,
                position,
                "the companion '" + companion + "' cannot be written: " + failure,
                "make the directory of generated sources writable (javac -s)");
    }

    /** The report that the user asked for. */
    public static Diagnostic cannotWriteReport(Position position, String directory, String failure) {
        return new Diagnostic(
                Code.CANNOT_WRITE,
                position,
                "the report in '" + directory + "' cannot be written: " + failure,
                "name a directory that can be written to: -Apathwise.report=DIRECTORY");
    }

    /** A derivative would have to run the caller again from the middle of a call. */
    public static Diagnostic discreteCall(Position position, String call) {
        return new Diagnostic(
                Code.DISCRETE_CALL,
                position,
                "cannot differentiate '" + call
                        + "': it draws whole numbers that depend on a parameter, and it is not a part"
                        + " of its caller",
                "move the method into the class of its caller, without recursion, or draw in the caller");
    }

    /** What runs the path again with another outcome would have to count the draws of a call first. */
    public static Diagnostic countedCall(Position position, String call) {
        return new Diagnostic(
                Code.DISCRETE_CALL,
                position,
                "cannot differentiate '" + call
                        + "': how often it draws is known only when it has run, and around it whole numbers are drawn"
                        + " that depend on a parameter",
                "move the method into the class of its caller, without recursion, or draw in the caller");
    }

    /** A strategy of a draw that is not written as a constant. */
    public static Diagnostic discreteStrategy(Position position, String call) {
        return new Diagnostic(
                Code.DISCRETE_STRATEGY,
                position,
                "cannot differentiate '" + call + "': which strategy it takes is known only when the program runs",
                "write one of Discrete.COUPLED, Discrete.COUPLED_ALL and Discrete.SCORE_FUNCTION");
    }

    // The compiler

    /** A compiler that does not show trees. */
    public static Diagnostic unsupportedCompiler(String environment) {
        return new Diagnostic(
                Code.UNSUPPORTED_COMPILER,
                Position.NONE,
                "this compiler does not show method bodies to annotation processors (" + environment + ")",
                "compile with javac, as Maven and Gradle do; in Eclipse, delegate the build to one of them");
    }

    /** The compiler understood a name or type differently. */
    public static Diagnostic resolutionMismatch(Position position, String expected, String actual) {
        return new Diagnostic(
                Code.RESOLUTION_MISMATCH,
                position,
                "the derivative was generated for " + expected + ", but the compiler found " + actual,
                "qualify the name or cast the operand, and report this source as a defect of Pathwise");
    }

    /** A defect of the processor. */
    public static Diagnostic internalError(Position position, String where, String failure) {
        return new Diagnostic(
                Code.INTERNAL_ERROR,
                position,
                "Pathwise failed in '" + where + "': " + failure,
                "report this message together with the method as a defect of Pathwise");
    }
}
