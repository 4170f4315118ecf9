package io.pathwise.processor;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Names and visibility of nested classes. */
final class ClassNaming {
    private ClassNaming() {}

    /** The simple names from the outermost class inwards. */
    static String joined(TypeElement type, String separator) {
        String name = type.getSimpleName().toString();
        return type.getEnclosingElement() instanceof TypeElement enclosing
                ? joined(enclosing, separator) + separator + name
                : name;
    }

    /** The companion's name with its package, of a class whose names are joined by underscores. */
    static String companion(String packageName, String className) {
        String simpleName = className + "Pathwise";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** Whether the class and all around it are public. */
    static boolean isPublic(TypeElement type) {
        boolean itself = type.getModifiers().contains(Modifier.PUBLIC);
        return type.getEnclosingElement() instanceof TypeElement enclosing ? itself && isPublic(enclosing) : itself;
    }
}
