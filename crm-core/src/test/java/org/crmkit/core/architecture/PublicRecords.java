package org.crmkit.core.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public records of a module, and which of them appear somewhere in a set of samples. */
public final class PublicRecords {

    private PublicRecords() {}

    /**
     * Lists the public records of a module that no sample holds, at any depth.
     *
     * @param anchor a class of the module's main code
     * @param samples values of the module
     * @return binary names, sorted
     */
    public static Set<String> outside(Class<?> anchor, Collection<?> samples) {
        Set<String> records = new TreeSet<>();
        for (Class<?> type : classesBeside(anchor)) {
            if (type.isRecord() && isPublic(type)) {
                records.add(type.getName());
            }
        }
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        samples.forEach(sample -> visit(sample, seen));
        seen.forEach(value -> records.remove(value.getClass().getName()));
        return records;
    }

    private static Collection<Class<?>> classesBeside(Class<?> anchor) {
        try {
            Path root = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .<Class<?>>map(name -> load(name, anchor.getClassLoader()))
                        .toList();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static void visit(Object value, Set<Object> seen) {
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof Iterable<?> many) {
            many.forEach(one -> visit(one, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                visit(key, seen);
                visit(one, seen);
            });
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> visit(one, seen));
        } else if (value.getClass().isArray()
                && !value.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                visit(Array.get(value, i), seen);
            }
        }
        for (Class<?> type = value.getClass();
                type != null && type.getName().startsWith("org.crmkit.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    visit(get(field, value), seen);
                }
            }
        }
    }

    private static Object get(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
