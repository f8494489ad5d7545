package iam.api.entity;

/** A nested mcp tool of the wire format. */
public class McpTool {
    /** An empty one. */
    public McpTool() {
    }

    /** Is allowed. */
    public boolean isAllowed;
}
