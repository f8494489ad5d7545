package iam.war.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Time, level, logger and message in one line. {@link java.util.logging.SimpleFormatter} can do that, too, but reads its pattern anew for each line: a tenth of a small request. */
public final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord event) {
        StringBuilder line = new StringBuilder(200);
        TIME.formatTo(event.getInstant(), line);
        line.append(' ').append(event.getLevel().getName()).append(' ').append(event.getLoggerName()).append(' ').append(formatMessage(event)).append(System.lineSeparator());
        if (event.getThrown() != null) {
            StringWriter trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace, true));
            line.append(trace);
        }
        return line.toString();
    }
}
