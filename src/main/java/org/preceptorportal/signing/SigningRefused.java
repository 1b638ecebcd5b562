package org.preceptorportal.signing;

import org.preceptorportal.shell.Refusal;

/** Nothing is signed, for a reason that the author can see or mend. */
public abstract class SigningRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private SigningRefused(String key, java.io.Serializable... arguments) {
        super("signing", "refused." + key, arguments);
    }

    /** The pages are not those that were shown: they must be read again. */
    public static final class PageChanged extends SigningRefused {
        private static final long serialVersionUID = 1L;

        PageChanged() {
            super("pageChanged");
        }
    }

    /** The meaning of the signature was not agreed to. */
    public static final class NotAgreed extends SigningRefused {
        private static final long serialVersionUID = 1L;

        NotAgreed() {
            super("notAgreed");
        }
    }

    /** Another author signs before. */
    public static final class NotYourTurn extends SigningRefused {
        private static final long serialVersionUID = 1L;

        NotYourTurn(String next) {
            super("notYourTurn", next);
        }
    }

    /** The file could not be stored: the disk is full, or gone. */
    public static final class NotKept extends SigningRefused {
        private static final long serialVersionUID = 1L;

        NotKept() {
            super("notKept");
        }
    }

    /** Who signs stands once the first has signed. */
    public static final class AuthorsFixed extends SigningRefused {
        private static final long serialVersionUID = 1L;

        AuthorsFixed() {
            super("authorsFixed");
        }
    }

    /** This colleague is an author already, or declined nothing yet. */
    public static final class AlreadyAuthor extends SigningRefused {
        private static final long serialVersionUID = 1L;

        AlreadyAuthor(String name) {
            super("alreadyAuthor", name);
        }
    }

    /** More authors than a page has room for. */
    public static final class TooManyAuthors extends SigningRefused {
        private static final long serialVersionUID = 1L;

        TooManyAuthors(int most) {
            super("tooManyAuthors", most);
        }
    }

    /** A chair's letter, and no author signs as chair. */
    public static final class NoChair extends SigningRefused {
        private static final long serialVersionUID = 1L;

        NoChair() {
            super("noChair");
        }
    }

    /** Somebody would sign after the chair. */
    public static final class ChairNotLast extends SigningRefused {
        private static final long serialVersionUID = 1L;

        ChairNotLast(String chair) {
            super("chairNotLast", chair);
        }
    }

    /** A department has one chair. */
    public static final class OtherChair extends SigningRefused {
        private static final long serialVersionUID = 1L;

        OtherChair(String chair) {
            super("otherChair", chair);
        }
    }

    /** A reason is asked for and was not given. */
    public static final class NoReason extends SigningRefused {
        private static final long serialVersionUID = 1L;

        NoReason() {
            super("noReason");
        }
    }
}
