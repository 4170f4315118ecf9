package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Wraps as IntelliJ's build does, under the name that its class has there. */
public final class APIWrappers {
    private APIWrappers() {}

    /** A proxy that the compiler does not recognise. */
    public static <T> T wrap(Class<T> type, T wrapped) {
        Object proxy = Proxy.newProxyInstance(
                APIWrappers.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return method.invoke(wrapped, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        UNWRAPPED.set(wrapped);
        return type.cast(proxy);
    }

    /** What was wrapped. */
    public static <T> T unwrap(Class<? extends T> type, T wrapper) {
        return Proxy.isProxyClass(wrapper.getClass()) ? type.cast(UNWRAPPED.get()) : wrapper;
    }

    private static final ThreadLocal<Object> UNWRAPPED = new ThreadLocal<>();
}
