package io.pathwise.processor.program;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The structure of an expression, fully parenthesized: as it was built, and as javac reads it. */
final class TreeShape {
    private TreeShape() {}

    /** The structure that javac reads; absent if it finds a syntax error. */
    static Optional<String> read(String expression) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of(), null, List.of(source(expression)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean failed = !diagnostics.getDiagnostics().isEmpty();
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            return failed
                    ? Optional.empty()
                    : Optional.of(of(((VariableTree) type.getMembers().get(0)).getInitializer()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static JavaFileObject source(String expression) {
        return new SimpleJavaFileObject(URI.create("string:///T.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class T { Object o = " + expression + "; }";
            }
        };
    }

    private static String of(Tree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return of(parenthesized.getExpression());
        } else if (tree instanceof UnaryTree unary) {
            return "(" + symbol(unary.getKind()) + of(unary.getExpression()) + ")";
        } else if (tree instanceof BinaryTree binary) {
            return "(" + of(binary.getLeftOperand()) + symbol(binary.getKind()) + of(binary.getRightOperand()) + ")";
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return "(" + of(conditional.getCondition()) + "?" + of(conditional.getTrueExpression()) + ":"
                    + of(conditional.getFalseExpression()) + ")";
        } else if (tree instanceof TypeCastTree cast) {
            return "([" + cast.getType() + "]" + of(cast.getExpression()) + ")";
        } else if (tree instanceof MethodInvocationTree call) {
            return ((MemberSelectTree) call.getMethodSelect()).getIdentifier()
                    + call.getArguments().stream().map(TreeShape::of).collect(Collectors.joining(",", "(", ")"));
        } else if (tree instanceof ArrayAccessTree access) {
            return of(access.getExpression()) + "[" + of(access.getIndex()) + "]";
        } else if (tree instanceof LiteralTree literal) {
            return signed((Number) literal.getValue());
        }
        return ((IdentifierTree) tree).getName().toString();
    }

    /** The structure that was built. */
    static String of(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().symbol() + of(unary.operand()) + ")";
        } else if (expression instanceof Expression.Binary binary) {
            return "(" + of(binary.left()) + binary.operator().symbol() + of(binary.right()) + ")";
        } else if (expression instanceof Expression.Conditional conditional) {
            return "(" + of(conditional.condition()) + "?" + of(conditional.whenTrue()) + ":"
                    + of(conditional.whenFalse()) + ")";
        } else if (expression instanceof Expression.Cast cast) {
            return "([" + cast.type().javaName() + "]" + of(cast.operand()) + ")";
        } else if (expression instanceof Expression.Call call) {
            return call.function().name()
                    + call.arguments().stream().map(TreeShape::of).collect(Collectors.joining(",", "(", ")"));
        } else if (expression instanceof Expression.Element element) {
            return of(element.array()) + "[" + of(element.index()) + "]";
        } else if (expression instanceof Expression.Literal literal) {
            return signed((Number) literal.value());
        }
        return ((Expression.Local) expression).variable().name();
    }

    /** To Java a sign is an operator, which javac applies at once to a whole number. */
    private static String signed(Number value) {
        String text = String.valueOf(value);
        return text.startsWith("-") ? "(-" + text.substring(1) + ")" : text;
    }

    private static String symbol(Tree.Kind kind) {
        return switch (kind) {
            case UNARY_PLUS, PLUS -> "+";
            case UNARY_MINUS, MINUS -> "-";
            case LOGICAL_COMPLEMENT -> "!";
            case BITWISE_COMPLEMENT -> "~";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case REMAINDER -> "%";
            case LEFT_SHIFT -> "<<";
            case RIGHT_SHIFT -> ">>";
            case UNSIGNED_RIGHT_SHIFT -> ">>>";
            case LESS_THAN -> "<";
            case LESS_THAN_EQUAL -> "<=";
            case GREATER_THAN -> ">";
            case GREATER_THAN_EQUAL -> ">=";
            case EQUAL_TO -> "==";
            case NOT_EQUAL_TO -> "!=";
            case AND -> "&";
            case XOR -> "^";
            case OR -> "|";
            case CONDITIONAL_AND -> "&&";
            case CONDITIONAL_OR -> "||";
            default -> kind.toString();
        };
    }
}
