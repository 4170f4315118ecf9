package io.pathwise.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of classes, inherited ones included, as far as one class may refer to them. */
final class Members {
    private final Elements elements;
    private final Types types;
    private final TypeElement viewer;

    Members(Elements elements, Types types, TypeElement viewer) {
        this.elements = elements;
        this.types = types;
        this.viewer = viewer;
    }

    /** The fields of a name: none, one, or several that are inherited from different types. */
    List<VariableElement> fields(TypeElement type, String name) {
        return visible(nearest(type, name, each -> ElementFilter.fieldsIn(each.getEnclosedElements())));
    }

    /** The member types of a name: none, one, or several that are inherited from different types. */
    List<TypeElement> types(TypeElement type, String name) {
        return visible(nearest(type, name, each -> ElementFilter.typesIn(each.getEnclosedElements())));
    }

    /** The methods of a name that are not overridden or hidden. */
    List<ExecutableElement> methods(TypeElement type, String name) {
        return visible(allMethods(type, name));
    }

    /** Whether the class may refer to the member or class. */
    boolean isAccessible(Element element) {
        if (isPublic(element)) {
            return true;
        }
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            return outermost(element).equals(outermost(viewer));
        }
        if (packageOf(element).equals(packageOf(viewer))) {
            return true;
        }
        return element.getModifiers().contains(Modifier.PROTECTED) && inheritsFrom(element.getEnclosingElement());
    }

    /** Whether every class of the same package may refer to the member by its name. */
    boolean isAccessibleInPackage(Element element) {
        for (Element each = element; each.getKind() != ElementKind.PACKAGE; each = each.getEnclosingElement()) {
            boolean samePackage = packageOf(each).equals(packageOf(viewer))
                    && !each.getModifiers().contains(Modifier.PRIVATE);
            if (!samePackage && !isPublic(each)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every class of the same package may name the type, or that of an array's elements. */
    boolean isNameableInPackage(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isNameableInPackage(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared) || isAccessibleInPackage(declared.asElement());
    }

    private <T extends Element> Set<T> nearest(TypeElement type, String name, Function<TypeElement, List<T>> declared) {
        Set<T> found = named(declared.apply(type), name);
        if (!found.isEmpty()) {
            return found;
        }
        for (TypeElement supertype : supertypes(type)) {
            nearest(supertype, name, declared).stream()
                    .filter(this::isInherited)
                    .forEach(found::add);
        }
        return found;
    }

    private Set<ExecutableElement> allMethods(TypeElement type, String name) {
        Set<ExecutableElement> own = named(ElementFilter.methodsIn(type.getEnclosedElements()), name);
        Set<ExecutableElement> all = new LinkedHashSet<>(own);
        for (TypeElement supertype : supertypes(type)) {
            for (ExecutableElement inherited : allMethods(supertype, name)) {
                boolean replaced = own.stream().anyMatch(each -> hasSignatureOf(each, inherited));
                if (!replaced && isInherited(inherited) && !isStaticOfInterface(inherited)) {
                    all.add(inherited);
                }
            }
        }
        return all;
    }

    private <T extends Element> List<T> visible(Set<T> found) {
        return found.stream().filter(this::isAccessible).toList();
    }

    private static <T extends Element> Set<T> named(List<T> candidates, String name) {
        Set<T> named = new LinkedHashSet<>();
        for (T candidate : candidates) {
            if (candidate.getSimpleName().contentEquals(name)) {
                named.add(candidate);
            }
        }
        return named;
    }

    private List<TypeElement> supertypes(TypeElement type) {
        List<TypeElement> supertypes = new ArrayList<>();
        for (TypeMirror supertype : types.directSupertypes(type.asType())) {
            if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
                supertypes.add(element);
            }
        }
        return supertypes;
    }

    private boolean hasSignatureOf(ExecutableElement own, ExecutableElement inherited) {
        return types.isSubsignature((ExecutableType) own.asType(), (ExecutableType) inherited.asType());
    }

    private boolean isInherited(Element member) {
        return !member.getModifiers().contains(Modifier.PRIVATE) && isAccessible(member);
    }

    private static boolean isStaticOfInterface(Element method) {
        return method.getEnclosingElement().getKind().isInterface()
                && method.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isPublic(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC);
    }

    private PackageElement packageOf(Element element) {
        return elements.getPackageOf(element);
    }

    private static Element outermost(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost;
    }

    private boolean inheritsFrom(Element type) {
        for (Element each = viewer; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (types.isSubtype(types.erasure(each.asType()), types.erasure(type.asType()))) {
                return true;
            }
        }
        return false;
    }
}
