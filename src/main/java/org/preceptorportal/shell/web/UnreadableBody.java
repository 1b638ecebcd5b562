package org.preceptorportal.shell.web;

/** A request's body that cannot be meant, in words for who sent it. */
class UnreadableBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableBody(String words) {
        super(words);
    }
}
