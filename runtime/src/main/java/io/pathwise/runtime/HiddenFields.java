package io.pathwise.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Access of generated code to fields that only the class they stand in, and not its companion, may name. */
public final class HiddenFields {
    private HiddenFields() {}

    /**
     * Finds a static field.
     *
     * @param companion the lookup of the companion, which is in one module with the field
     * @param owner the class that declares the field
     * @param name the field's name
     * @param type the field's type
     * @return what reads the field
     * @throws IllegalStateException if the field is not as it was when the companion was generated, or out of reach
     */
    public static VarHandle ofClass(MethodHandles.Lookup companion, Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, companion).findStaticVarHandle(owner, name, type);
        } catch (ReflectiveOperationException failure) {
            throw unreadable(owner, name, failure);
        }
    }

    /**
     * Finds a field of objects.
     *
     * @param companion the lookup of the companion, which is in one module with the field
     * @param owner the class that declares the field
     * @param name the field's name
     * @param type the field's type
     * @return what reads the field of an object
     * @throws IllegalStateException if the field is not as it was when the companion was generated, or out of reach
     */
    public static VarHandle ofObject(MethodHandles.Lookup companion, Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, companion).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException failure) {
            throw unreadable(owner, name, failure);
        }
    }

    private static IllegalStateException unreadable(Class<?> owner, String name, ReflectiveOperationException failure) {
        return new IllegalStateException(
                "cannot read " + owner.getName() + "." + name + "; compile it together with its companion", failure);
    }
}
