package iam.providers.memory;

import iam.spi.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One transaction at a time: a lock that its thread may take again, and what undoes its changes. */
final class MemoryTransactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private RuntimeException failure;

    <T> T run(Supplier<T> work) {
        lock.lock();
        try {
            return attempt(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T attempt(Supplier<T> work) {
        boolean complete = false;
        try {
            T result = work.get();
            complete = true;
            return result;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            if (lock.getHoldCount() == 1) {
                finish(complete);
            }
        }
    }

    private void finish(boolean complete) {
        RuntimeException inner = failure;
        failure = null;
        if (!complete || inner != null) {
            undo.forEach(Runnable::run);
        }
        undo.clear();
        if (complete && inner != null) {
            throw new StoreException("a part of the transaction had failed, nothing of it is stored", inner);
        }
    }

    void onRollback(Runnable action) {
        undo.push(action);
    }
}
