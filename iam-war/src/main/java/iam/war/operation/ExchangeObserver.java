package iam.war.operation;

/** Somebody who is told of every exchange after its answer was written. All beans of this type are called, each must be quick and may not throw. */
public interface ExchangeObserver {
    /** The answer is written. */
    void answered(Exchange exchange);
}
