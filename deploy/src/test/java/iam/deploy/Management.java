package iam.deploy;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The management beans of a running server, as an operator's console reaches them. */
final class Management implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    Management(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        beans = connector.getMBeanServerConnection();
    }

    /** Calls an operation with texts. */
    Object invoke(String bean, String operation, String... arguments) throws Exception {
        String[] signature = new String[arguments.length];
        Arrays.fill(signature, String.class.getName());
        return beans.invoke(new ObjectName(bean), operation, arguments, signature);
    }

    /** How many objects of the classes whose names fit are alive after a garbage collection. */
    long alive(String classes) throws Exception {
        String histogram = (String) beans.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()});
        Matcher lines = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(?:" + classes + ")(?:\\s|$)").matcher(histogram);
        long count = 0;
        while (lines.find()) {
            count += Long.parseLong(lines.group(1));
        }
        return count;
    }

    /** The same, given time: threads that are about to end hold what they have used for a moment longer. */
    long settled(String classes, long wanted) throws Exception {
        long alive = alive(classes);
        for (int i = 0; i < 20 && alive > wanted; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            alive = alive(classes);
        }
        return alive;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
