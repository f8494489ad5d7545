package iam.war.provider;

/** Interrupts a thread, unless its work has ended before. */
final class Alarm implements Runnable {
    private final Thread thread;
    private boolean over;
    private boolean rung;

    Alarm(Thread thread) {
        this.thread = thread;
    }

    @Override
    public synchronized void run() {
        if (!over) {
            rung = true;
            thread.interrupt();
        }
    }

    /** Called by the thread when its work has ended. Answers whether that was too late; then the interruption is taken back. */
    synchronized boolean end() {
        over = true;
        if (rung) {
            Thread.interrupted();
        }
        return rung;
    }
}
