package iam.api.entity;

/** A nested node item of the wire format. */
public class NodeItem {
    /** An empty one. */
    public NodeItem() {
    }

    /** Name. */
    public String name = "";
    /** Version. */
    public String version = "";
    /** Diff. */
    public String diff = "";
    /** Pid. */
    public int pid;
    /** Status. */
    public String status = "";
    /** Message. */
    public String message = "";
    /** Provider. */
    public String provider = "";
}
