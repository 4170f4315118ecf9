package io.pathwise.processor.read;

import io.pathwise.processor.program.Type;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Recognises Java's own generators of random numbers. */
final class RandomSources {
    private final ClassNames names;
    private final Types types;

    RandomSources(ClassNames names, Types types) {
        this.names = names;
        this.types = types;
    }

    boolean includes(TypeMirror type) {
        Optional<TypeElement> generator = names.type("java.util.random.RandomGenerator");
        return generator.isPresent()
                && types.isSubtype(
                        types.erasure(type), types.erasure(generator.get().asType()));
    }

    boolean includes(Type type) {
        return Unknown.className(type)
                .or(() ->
                        type instanceof Type.Reference object ? Optional.of(object.qualifiedName()) : Optional.empty())
                .filter(name -> !name.isEmpty())
                .flatMap(names::type)
                .filter(each -> includes(each.asType()))
                .isPresent();
    }
}
