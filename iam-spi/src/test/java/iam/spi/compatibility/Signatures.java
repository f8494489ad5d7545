package iam.spi.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a compiled plugin links against, as lines of text: one for each public type and for each of its public and protected members. */
final class Signatures {
    private Signatures() {
    }

    /** The lines of all types of a package and those below it, where one of them was loaded from. */
    static Set<String> of(Class<?> sample, String packageName) {
        try {
            Path place = Path.of(sample.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return of(place, packageName, sample.getClassLoader());
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return of(jar.getPath("/"), packageName, sample.getClassLoader());
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> of(Path root, String packageName, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(packageName.replace('.', '/')))) {
            Set<String> lines = new TreeSet<>();
            files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .forEach(name -> add(load(name.substring(0, name.length() - 6).replace('/', '.').replace('\\', '.'), loader), lines));
            return lines;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Class<?> type, Set<String> lines) {
        if (!visible(type.getModifiers()) || type.getEnclosingClass() != null && !visible(type.getEnclosingClass().getModifiers())) {
            return;
        }
        String parents = Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces())).map(Class::getName).collect(Collectors.joining(" "));
        lines.add(type.getName() + " : " + (type.isInterface() ? "interface " : Modifier.isFinal(type.getModifiers()) ? "final " : Modifier.isAbstract(type.getModifiers()) ? "abstract " : "") + parents);
        for (Field field : type.getDeclaredFields()) {
            add(type, field.getModifiers(), field.getType().getName() + " " + field.getName(), lines);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(type, constructor.getModifiers(), "new" + parameters(constructor.getParameterTypes()), lines);
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                add(type, method.getModifiers(), method.getReturnType().getName() + " " + method.getName() + parameters(method.getParameterTypes()), lines);
            }
        }
    }

    private static void add(Class<?> type, int modifiers, String member, Set<String> lines) {
        if (visible(modifiers)) {
            lines.add(type.getName() + "#" + (Modifier.isStatic(modifiers) ? "static " : "") + (Modifier.isAbstract(modifiers) ? "abstract " : "") + member);
        }
    }

    private static String parameters(Class<?>... types) {
        return Arrays.stream(types).map(Class::getName).collect(Collectors.joining(",", "(", ")"));
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
