package org.preceptorportal.shell.transaction;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;

/**
 * Marks a transaction for rollback when a call inside it ends with an {@link Error}.
 *
 * <p>Payara (seen in 6.2025.10, {@code TransactionalInterceptorBase.proceed}) does so for
 * exceptions only, and commits what an {@code OutOfMemoryError} or a class that cannot be loaded
 * left half done: a signature without its row in the trail, a file's row without the file.
 */
abstract class NoCommitAfterError implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Inside the server's own, which has 200: the mark must stand before that one ends. */
    private static final int INSIDE = Interceptor.Priority.PLATFORM_BEFORE + 300;

    // Held, not looked up: what is to be done without memory must need none.
    @Resource private transient TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object keep(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Error e) {
            transaction.setRollbackOnly();
            throw e;
        }
    }

    // The kind is part of the binding; the other kinds never run in a transaction of their own.

    @Interceptor
    @Priority(INSIDE)
    @Transactional(TxType.REQUIRED)
    static class Required extends NoCommitAfterError {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(INSIDE)
    @Transactional(TxType.REQUIRES_NEW)
    static class RequiresNew extends NoCommitAfterError {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(INSIDE)
    @Transactional(TxType.MANDATORY)
    static class Mandatory extends NoCommitAfterError {
        private static final long serialVersionUID = 1L;
    }
}
