package iam.war.data;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** Marks that the default rows were made. */
public class Installation extends Entity {
    /** The type. */
    public static final EntityType<Installation> TYPE = EntityType.define("installation", Installation.class);
    /** The key of the only row. */
    public static final EntityKey KEY = EntityKey.of("default-data");

    /** An empty one. */
    public Installation() {
    }

    /** What was installed. */
    @Internal @PrimaryKey @Length(100) public String part = "";
    /** When, RFC 3339. */
    @Internal @Length(100) public String createdTime = "";

    /** The row for an installation that is made now. */
    public static Installation now() {
        Installation installation = new Installation();
        installation.part = KEY.parts().get(0);
        installation.createdTime = Times.now();
        return installation;
    }
}
