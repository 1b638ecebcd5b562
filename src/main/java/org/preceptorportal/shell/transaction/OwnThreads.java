package org.preceptorportal.shell.transaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;

/**
 * Puts back for its thread, after a {@code @Transactional} call, what that call found.
 *
 * <p>Payara (seen in 6.2025.10, {@code TransactionalInterceptorBase}) forbids {@code
 * UserTransaction} within such a call and keeps what was allowed before in a field of the
 * interceptor, which all threads share when the bean is application scoped. A call of the night's
 * thread that overlaps with one inside a request's transaction then ends with the request's state:
 * Jakarta Batch may not commit its chunk ("Operation not allowed"), and not roll it back either.
 */
abstract class OwnThreads implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Before the server's own, which has 200. */
    private static final int AROUND = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @AroundInvoke
    Object keep(InvocationContext call) throws Exception {
        ServerThread thread = ServerThread.current();
        Object allowed = thread.allowed();
        try {
            return call.proceed();
        } finally {
            thread.allow(allowed);
        }
    }

    // The kind is part of the binding, so each has an interceptor of its own.

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.REQUIRED)
    static class Required extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.REQUIRES_NEW)
    static class RequiresNew extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.MANDATORY)
    static class Mandatory extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.SUPPORTS)
    static class Supports extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.NOT_SUPPORTED)
    static class NotSupported extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }

    @Interceptor
    @Priority(AROUND)
    @Transactional(TxType.NEVER)
    static class Never extends OwnThreads {
        private static final long serialVersionUID = 1L;
    }
}
