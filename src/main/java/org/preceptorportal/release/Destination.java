package org.preceptorportal.release;

import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Program;

/** Where a letter may go: a program as its learner sees it. */
public record Destination(
        long id, String name, String institution, String specialty, DeliveryChannel channel) {

    static Destination of(Program program) {
        return new Destination(
                program.id(),
                program.name(),
                program.institution(),
                program.specialty(),
                program.channel());
    }

    public boolean direct() {
        return channel == DeliveryChannel.DIRECT;
    }

    /** The proper name of the service that delivers to this program. */
    public String service() {
        return switch (channel) {
            case DIRECT -> "";
            case ERAS -> "ERAS";
            case RESIDENCYCAS -> "ResidencyCAS";
        };
    }
}
