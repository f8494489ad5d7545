package iam.war.launch;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.catalina.loader.ParallelWebappClassLoader;

/**
 * The loader of a web application whose libraries are all on the class path of the process, where a class archive can
 * serve them: it leaves every class and resource to its parent, so that nothing is seen twice.
 */
public final class FlatClassLoader extends ParallelWebappClassLoader {
    /** Made by Tomcat. */
    public FlatClassLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL findResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }
}
