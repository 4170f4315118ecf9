package io.pathwise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.pathwise.processor.diagnostic.Diagnostic;
import io.pathwise.processor.program.Position;
import io.pathwise.processor.program.Type;
import io.pathwise.processor.report.SourceFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** The compiler, as far as it shows more than every annotation processor may see: trees, positions, attribution. */
public final class JavacAccess {
    private final Trees trees;
    private final ProcessingEnvironment environment;
    private final ResolutionCheck resolutionCheck;

    private JavacAccess(ProcessingEnvironment environment) {
        this.environment = environment;
        this.trees = Trees.instance(environment);
        this.resolutionCheck = new ResolutionCheck(trees, environment.getTypeUtils());
        JavacTask.instance(environment).addTaskListener(resolutionCheck);
    }

    /**
     * Access to the compiler that a processor runs in.
     *
     * @throws IllegalArgumentException if the compiler is not javac
     * @throws LinkageError if the compiler's environment lacks javac's classes
     */
    public static JavacAccess of(ProcessingEnvironment environment) {
        return new JavacAccess(unwrapped(environment));
    }

    /** A reader of the compilation's methods. */
    public MethodReader methodReader() {
        return new MethodReader(trees, environment.getElementUtils(), environment.getTypeUtils());
    }

    /** Whether making a record of the components of another gives an equal one. */
    public boolean canMake(Type.Record record) {
        return new RecordMaking(trees, environment.getElementUtils()).isFaithful(record);
    }

    /** What is wrong with the methods of a class in which the user gives derivatives. */
    public List<Diagnostic> checkDerivatives(TypeElement type) {
        return new DerivativeCheck(trees, environment.getElementUtils(), environment.getTypeUtils()).check(type);
    }

    /** Prints a message at its position in the source of a class, or at the class where it has none there. */
    public void print(Diagnostic diagnostic, TypeElement type) {
        Kind kind = diagnostic.code().isError() ? Kind.ERROR : Kind.WARNING;
        TreePath path = trees.getPath(type);
        if (path == null) {
            environment.getMessager().printMessage(kind, diagnostic.text(), type);
            return;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        Tree tree = TreeFinder.find(unit, diagnostic.position(), trees.getSourcePositions())
                .orElse(path.getLeaf());
        trees.printMessage(kind, diagnostic.text(), tree, unit);
    }

    /** Where the source of a class, method or field stands; absent where it comes from a class file. */
    public Optional<Position> position(Element element) {
        return Optional.ofNullable(trees.getPath(element))
                .map(path ->
                        new Source(path.getCompilationUnit(), trees.getSourcePositions()).position(path.getLeaf()));
    }

    /**
     * The source that a class comes from.
     *
     * @throws IOException if it can no longer be read
     */
    public SourceFile sourceFile(TypeElement type) throws IOException {
        TreePath path = trees.getPath(type);
        CompilationUnitTree unit = path.getCompilationUnit();
        Position region = new Source(unit, trees.getSourcePositions()).position(path.getLeaf());
        String name = unit.getSourceFile().getName();
        String text = unit.getSourceFile().getCharContent(true).toString();
        return new SourceFile(
                name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), text, region);
    }

    /** Compares what the reader took names and types in a class for with the compiler's opinion, once it has one. */
    public void checkLater(TypeElement type, List<Resolution> resolutions) {
        resolutionCheck.expect(outermost(type), resolutions);
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement enclosing ? outermost(enclosing) : type;
    }

    /** IntelliJ hands processors a proxy of the environment. */
    private static ProcessingEnvironment unwrapped(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers = Class.forName(
                    "org.jetbrains.jps.javac.APIWrappers",
                    true,
                    environment.getClass().getClassLoader());
            return (ProcessingEnvironment) wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException notWrapped) {
            return environment;
        } catch (InvocationTargetException failed) {
            throw new IllegalArgumentException(failed.getCause());
        }
    }
}
