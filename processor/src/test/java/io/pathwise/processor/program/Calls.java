package io.pathwise.processor.program;

import java.lang.reflect.Array;
import java.util.Optional;

/** How an interpreted program reaches the world outside; a test overrides what it wants to answer itself. */
public interface Calls {
    /** A call of a static method. */
    Object call(Function function, Object[] arguments);

    /** A call of an instance method. */
    Object method(Object receiver, String name, Object[] arguments);

    /** The creation of an object or array. */
    Object create(Type type, Object[] arguments);

    /** The creation of an array with the given elements. */
    default Object array(Type.ArrayOf type, Object[] elements) {
        Object array = create(type, new Object[] {elements.length});
        for (int i = 0; i < elements.length; i++) {
            Array.set(array, i, Arithmetic.convert(elements[i], type.element()));
        }
        return array;
    }

    /** A constant that is an object. */
    default Object constant(String owner, String name) {
        throw new IllegalArgumentException("no constant " + owner + "." + name);
    }

    /** A call of another differentiable method. */
    default Object invoke(Function method, Object[] arguments) {
        throw new IllegalArgumentException("no program for " + method.signature());
    }

    /** A draw, with its base noise where it is threaded through. */
    default Object draw(Function sampler, Object[] arguments, Optional<Object> noise) {
        throw new IllegalArgumentException("no transform for " + sampler.signature());
    }
}
