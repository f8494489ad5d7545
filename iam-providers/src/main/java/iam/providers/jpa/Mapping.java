package iam.providers.jpa;

import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import javax.sql.DataSource;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.descriptors.RelationalDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.mappings.AttributeAccessor;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.sessions.server.Server;

/**
 * Tells EclipseLink of the tables. The descriptors are made from the catalogue with the classes themselves, so nothing is scanned, weaved or found by name,
 * and types of a plugin's class loader work like ours.
 */
final class Mapping {
    private Mapping() {
    }

    static EntityManagerFactory factory(DataSource source, Dialect dialect, Collection<Table<?>> tables) {
        DatabaseLogin login = new DatabaseLogin(dialect.platform());
        login.setConnector(new JNDIConnector(source));
        login.setUsesExternalConnectionPooling(true);
        // whether a statement may be repeated is decided by Transactions
        login.setQueryRetryAttemptCount(0);
        Project project = new Project(login);
        tables.forEach(table -> project.addDescriptor(descriptor(table)));
        Server session = project.createServerSession();
        // every failure reaches the caller as an exception, who logs it
        session.setLogLevel(SessionLog.OFF);
        session.login();
        return new EntityManagerFactoryImpl((AbstractSession) session);
    }

    private static RelationalDescriptor descriptor(Table<?> table) {
        RelationalDescriptor descriptor = new RelationalDescriptor();
        descriptor.setJavaClass(table.type().javaType());
        descriptor.setAlias(table.name());
        descriptor.setTableName(table.name());
        descriptor.getCachePolicy().setCacheIsolation(CacheIsolationType.ISOLATED);
        table.keys().forEach(key -> descriptor.addPrimaryKeyFieldName(table.name() + "." + key.name()));
        table.columns().forEach(column -> descriptor.addMapping(mapping(table, column)));
        return descriptor;
    }

    private static DirectToFieldMapping mapping(Table<?> table, Column column) {
        DatabaseField field = new DatabaseField(table.name() + "." + column.name());
        field.setType(column.type().javaType());
        DirectToFieldMapping mapping = new DirectToFieldMapping();
        mapping.setAttributeName(column.name());
        mapping.setField(field);
        mapping.setAttributeAccessor(new ColumnAccessor(column));
        return mapping;
    }

    /** Reads and writes an entity through its column. */
    private static final class ColumnAccessor extends AttributeAccessor {
        private static final long serialVersionUID = 1;

        private final transient Column column;

        ColumnAccessor(Column column) {
            this.column = column;
        }

        @Override
        public Class<?> getAttributeClass() {
            return column.type().javaType();
        }

        @Override
        public Object getAttributeValueFromObject(Object entity) {
            return column.get(entity);
        }

        @Override
        public void setAttributeValueInObject(Object entity, Object value) {
            column.set(entity, value);
        }
    }
}
