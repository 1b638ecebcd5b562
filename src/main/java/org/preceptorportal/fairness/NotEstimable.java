package org.preceptorportal.fairness;

/** Why there is no number. */
public enum NotEstimable {
    NOT_RATED("nothing was rated"),
    TOO_FEW("too few linked ratings to separate learners from raters"),
    UNLINKED("no chain of shared learners links these raters to the others"),
    NO_SOLUTION("the model of these ratings has no solution"),
    NO_DIFFERENCE("the ratings do not tell learners apart beyond chance and leniency"),
    FEW_SHARED("too few learners were rated by this preceptor and by others too");

    private final String sentence;

    NotEstimable(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in plain words, to follow "not estimable: ". */
    public String sentence() {
        return sentence;
    }
}
