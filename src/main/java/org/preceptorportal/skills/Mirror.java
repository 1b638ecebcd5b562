package org.preceptorportal.skills;

import java.io.Serializable;
import java.util.List;

/**
 * How a preceptor used the scale lately, beside their peers.
 *
 * @param evaluations the preceptor's own that are in it, the newest first
 * @param peers preceptors of the same institution that are in it
 * @param peerEvaluations their newest evaluations that are in it
 * @param levels from 5 down to 1
 */
public record Mirror(int evaluations, int peers, int peerEvaluations, List<Level> levels)
        implements Serializable {
    /** Own evaluations that are looked at. */
    static final int OWN = 25;

    /** The peers' newest evaluations that are looked at: enough to be steady, few to be quick. */
    static final int PEERS_NEWEST = 1000;

    /** Fewer own evaluations say nothing about a habit. */
    static final int FEWEST_OWN = 5;

    /** Fewer peers might know each other in the figure. */
    static final int FEWEST_PEERS = 5;

    public Mirror {
        levels = List.copyOf(levels);
    }

    /**
     * One level of the scale.
     *
     * @param level 1 to 5
     * @param used how many items the preceptor rated so
     * @param of how many items the preceptor rated at all
     * @param peersUsed how many items the peers rated so
     * @param peersOf how many items the peers rated at all
     */
    public record Level(int level, long used, long of, long peersUsed, long peersOf)
            implements Serializable {
        /** Whole percent. */
        public int share() {
            return percent(used, of);
        }

        /** Whole percent. */
        public int peersShare() {
            return percent(peersUsed, peersOf);
        }

        private static int percent(long part, long whole) {
            return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
        }
    }

    /** The top of the scale. */
    public Level top() {
        return levels.get(0);
    }

    /** False when there is too little to compare (SK-7): then no figure is shown. */
    public boolean enough() {
        return evaluations >= FEWEST_OWN
                && peers >= FEWEST_PEERS
                && top().of() > 0
                && top().peersOf() > 0;
    }
}
