package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A counter that all nodes share. */
@Index({"expiresAt"})
public class Counter extends Entity {
    /** The type. */
    public static final EntityType<Counter> TYPE = EntityType.define("counter", Counter.class);

    /** An empty one. */
    public Counter() {
    }

    /** SHA-256 of its name, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String hash = "";
    /** How far it has counted. */
    @Internal public int reached;
    /** When it is forgotten, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
