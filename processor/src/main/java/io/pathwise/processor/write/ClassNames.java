package io.pathwise.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.pathwise.processor.program.Type;

/**
 * Types as JavaPoet knows them.
 *
 * @param packageName the companion's package
 * @param companionName the companion's simple name, which follows no convention if the user's class does not
 */
record ClassNames(String packageName, String companionName) {
    private static final String RUNTIME = "io.pathwise.runtime.";

    /** The name of a class of the runtime. */
    static String runtime(String simpleName) {
        return RUNTIME + simpleName;
    }

    /** The companion. */
    ClassName companion() {
        return ClassName.get(packageName, companionName);
    }

    /** The type. */
    TypeName of(Type type) {
        if (type instanceof Type.ArrayOf array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof Type.Reference reference) {
            return of(reference.qualifiedName());
        } else if (type instanceof Type.Record record) {
            return of(record.qualifiedName());
        }
        return primitive((Type.Primitive) type);
    }

    /** The class of this canonical name; packages of other classes than the companion begin in lower case. */
    ClassName of(String qualifiedName) {
        String own = companion().canonicalName();
        if (qualifiedName.equals(own) || qualifiedName.startsWith(own + ".")) {
            return nested(packageName, qualifiedName.substring(own.length() - companionName.length()));
        }
        int start = 0;
        while (Character.isLowerCase(qualifiedName.codePointAt(start)) && qualifiedName.indexOf('.', start) >= 0) {
            start = qualifiedName.indexOf('.', start) + 1;
        }
        String otherPackage = start == 0 ? "" : qualifiedName.substring(0, start - 1);
        return nested(otherPackage, qualifiedName.substring(start));
    }

    private static ClassName nested(String packageName, String names) {
        String[] simpleNames = names.split("\\.");
        ClassName name = ClassName.get(packageName, simpleNames[0]);
        for (int i = 1; i < simpleNames.length; i++) {
            name = name.nestedClass(simpleNames[i]);
        }
        return name;
    }

    private static TypeName primitive(Type.Primitive type) {
        return switch (type) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }
}
