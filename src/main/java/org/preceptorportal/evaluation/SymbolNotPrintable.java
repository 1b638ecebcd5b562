package org.preceptorportal.evaluation;

import org.preceptorportal.shell.Refusal;

/**
 * A text holds an emoji or the like. What is submitted never changes, and the learner's report
 * could then never be printed (EV-9).
 */
public class SymbolNotPrintable extends Refusal {
    private static final long serialVersionUID = 1L;

    SymbolNotPrintable(String symbol) {
        super("evaluation", "refusal.symbol", symbol);
    }
}
