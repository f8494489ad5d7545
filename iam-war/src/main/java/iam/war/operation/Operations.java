package iam.war.operation;

import java.util.List;

/** A part of the server that brings operations. All beans of this type are asked once, at start. */
public interface Operations {
    /** The operations it brings. */
    List<Operation> operations();
}
