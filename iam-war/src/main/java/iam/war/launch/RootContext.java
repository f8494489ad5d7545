package iam.war.launch;

import java.nio.file.Path;
import org.apache.catalina.Loader;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.loader.WebappLoader;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanFilter;

/** The web application at the root path, set up as a stock Tomcat would do from its files. */
final class RootContext {
    private RootContext() {}

    static StandardContext of(Path webapp) {
        StandardContext context = new StandardContext();
        context.setName("");
        context.setPath("");
        context.setDocBase(webapp.toString());
        context.addLifecycleListener(configuration());
        context.getJarScanner().setJarScanFilter(ownJars());
        context.setParentClassLoader(RootContext.class.getClassLoader());
        context.setLoader(flatLoader());
        context.setManager(transientSessions());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet").setOverridable(true);
        context.addServletMapping("/", "default");
        Tomcat.addDefaultMimeTypeMappings(context);
        return context;
    }

    // Without the default web.xml, which asks for JSP.
    private static ContextConfig configuration() {
        ContextConfig configuration = new ContextConfig();
        configuration.setDefaultWebXml(new Tomcat().noDefaultWebXmlPath());
        return configuration;
    }

    // The same as META-INF/context.xml says to a stock Tomcat.
    private static StandardJarScanFilter ownJars() {
        StandardJarScanFilter filter = new StandardJarScanFilter();
        filter.setDefaultPluggabilityScan(false);
        filter.setPluggabilityScan("iam-war*.jar");
        filter.setDefaultTldScan(false);
        return filter;
    }

    private static Loader flatLoader() {
        WebappLoader loader = new WebappLoader();
        loader.setLoaderClass(FlatClassLoader.class.getName());
        loader.setDelegate(true);
        return loader;
    }

    // The server keeps its own sessions in its database.
    private static StandardManager transientSessions() {
        StandardManager manager = new StandardManager();
        manager.setPathname(null);
        return manager;
    }
}
