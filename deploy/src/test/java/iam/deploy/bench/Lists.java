package iam.deploy.bench;

/** Placeholder. */
final class Lists {
    static void run() {
    }
}
