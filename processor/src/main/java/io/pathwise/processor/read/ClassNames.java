package io.pathwise.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import io.pathwise.processor.read.Imports.Import;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * What simple names mean in a class, local variables aside: chapter 6 of the language specification.
 *
 * <p>Several results mean that the name is ambiguous, none that it is unknown.
 */
final class ClassNames {
    private final Elements elements;
    private final Members members;
    private final TypeElement viewer;
    private final CompilationUnitTree unit;
    private final Imports imports;

    ClassNames(Elements elements, Members members, TypeElement viewer, CompilationUnitTree unit) {
        this.elements = elements;
        this.members = members;
        this.viewer = viewer;
        this.unit = unit;
        this.imports = Imports.of(unit);
    }

    /** The fields of a name: of the enclosing classes, then imported ones. */
    List<VariableElement> fields(String name) {
        return membersNamed(name, members::fields);
    }

    /** The fields of a name of the class itself, inherited ones included. */
    List<VariableElement> ownFields(String name) {
        return members.fields(viewer, name);
    }

    /** Those that the class itself does not hide. */
    List<VariableElement> inheritedFields(String name) {
        return ownFields(name).stream()
                .filter(each -> !each.getEnclosingElement().equals(viewer))
                .toList();
    }

    /** The methods of a name: of the innermost enclosing class that has any, then imported ones. */
    List<ExecutableElement> methods(String name) {
        return membersNamed(name, members::methods);
    }

    /** The types of a name, from the nearest declaration outwards. */
    List<TypeElement> types(String name) {
        return Stream.<Supplier<List<TypeElement>>>of(
                        () -> enclosing(name, members::types),
                        () -> ofUnit(name),
                        () -> imports.single(false, name).stream()
                                .flatMap(each -> type(each.qualifiedName()).stream())
                                .distinct()
                                .toList(),
                        () -> imported(imports.single(true, name), name, members::types),
                        () -> ofPackage(name),
                        () -> onDemandTypes(name))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The type of a canonical name. */
    Optional<TypeElement> type(String qualifiedName) {
        ModuleElement module = elements.getModuleOf(viewer);
        return Optional.ofNullable(
                module == null
                        ? elements.getTypeElement(qualifiedName)
                        : elements.getTypeElement(module, qualifiedName));
    }

    private <T extends Element> List<T> membersNamed(String name, BiFunction<TypeElement, String, List<T>> lookUp) {
        return Stream.<Supplier<List<T>>>of(
                        () -> enclosing(name, lookUp),
                        () -> imported(imports.single(true, name), name, lookUp),
                        () -> imported(imports.onDemand(true), name, lookUp))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private <T extends Element> List<T> enclosing(String name, BiFunction<TypeElement, String, List<T>> lookUp) {
        for (Element each = viewer; each instanceof TypeElement type; each = each.getEnclosingElement()) {
            List<T> found = lookUp.apply(type, name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private <T extends Element> List<T> imported(
            List<Import> from, String name, BiFunction<TypeElement, String, List<T>> lookUp) {
        return from.stream()
                .flatMap(each -> type(each.from()).stream())
                .flatMap(type -> lookUp.apply(type, name).stream())
                .filter(member -> member.getModifiers().contains(Modifier.STATIC))
                .distinct()
                .toList();
    }

    private List<TypeElement> ofUnit(String name) {
        boolean declared = unit.getTypeDecls().stream()
                .anyMatch(each ->
                        each instanceof ClassTree type && type.getSimpleName().contentEquals(name));
        return declared ? ofPackage(name) : List.of();
    }

    private List<TypeElement> ofPackage(String name) {
        String packageName = elements.getPackageOf(viewer).getQualifiedName().toString();
        return type(packageName.isEmpty() ? name : packageName + "." + name).stream()
                .toList();
    }

    private List<TypeElement> onDemandTypes(String name) {
        Stream<TypeElement> ofJavaLang = type("java.lang." + name).stream();
        Stream<TypeElement> ofImports =
                imports.onDemand(false).stream().flatMap(each -> type(each.from() + "." + name).stream());
        Stream<TypeElement> ofStaticImports = imported(imports.onDemand(true), name, members::types).stream();
        return Stream.of(ofJavaLang, ofImports, ofStaticImports)
                .flatMap(each -> each)
                .filter(members::isAccessible)
                .distinct()
                .toList();
    }
}
