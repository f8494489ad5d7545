package iam.api.entity;

/** A nested rule expression of the wire format. */
public class RuleExpression {
    /** An empty one. */
    public RuleExpression() {
    }

    /** Name. */
    public String name = "";
    /** Operator. */
    public String operator = "";
    /** Value. */
    public String value = "";
}
