package org.preceptorportal.shell.transaction;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/**
 * What the server remembers of the running thread's component. Its classes are on no public
 * registry, so they are reached by name.
 */
final class ServerThread {
    private static final ServerThread UNKNOWN = new ServerThread(null);
    private static final Server SERVER = Server.find();

    private final Object invocation;

    private ServerThread(Object invocation) {
        this.invocation = invocation;
    }

    /** The running thread; on a server that is not Payara, one that remembers nothing. */
    static ServerThread current() {
        if (SERVER == null) {
            return UNKNOWN;
        }
        Object invocation = call(SERVER.current(), SERVER.invocations());
        return invocation == null ? UNKNOWN : new ServerThread(invocation);
    }

    /** What says which transaction calls are allowed; null: all that the component may. */
    Object allowed() {
        return invocation == null ? null : call(SERVER.allowed(), invocation);
    }

    void allow(Object allowed) {
        if (invocation != null) {
            call(SERVER.allow(), invocation, allowed);
        }
    }

    private static Object call(Method method, Object on, Object... with) {
        try {
            return method.invoke(on, with);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the server's transactions are not as expected", e);
        }
    }

    private record Server(Object invocations, Method current, Method allowed, Method allow) {
        /** Payara's; null on another server. */
        static Server find() {
            try {
                ClassLoader here = Thread.currentThread().getContextClassLoader();
                Class<?> manager = here.loadClass("org.glassfish.api.invocation.InvocationManager");
                Class<?> invocation =
                        here.loadClass("org.glassfish.api.invocation.ComponentInvocation");
                Object services =
                        here.loadClass("org.glassfish.internal.api.Globals")
                                .getMethod("getDefaultHabitat")
                                .invoke(null);
                Object invocations =
                        here.loadClass("org.glassfish.hk2.api.ServiceLocator")
                                .getMethod("getService", Class.class, Annotation[].class)
                                .invoke(services, manager, new Annotation[0]);
                return new Server(
                        invocations,
                        manager.getMethod("getCurrentInvocation"),
                        invocation.getMethod("getTransactionOperationsManager"),
                        invocation.getMethod("setTransactionOperationsManager", Object.class));
            } catch (ClassNotFoundException e) {
                return null;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the server's transactions are not as expected", e);
            }
        }
    }
}
