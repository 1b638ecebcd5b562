package org.preceptorportal.shell;

/**
 * A preceptor has ended what an assistant may do for them, in this transaction. Who gave them
 * anything to do with that preceptor's letters takes it back.
 *
 * @param email in small letters
 */
public record AssistantRemoved(long tenantId, long preceptorId, String email) {}
