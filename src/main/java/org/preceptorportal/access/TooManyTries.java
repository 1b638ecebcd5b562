package org.preceptorportal.access;

import java.time.Duration;
import org.preceptorportal.shell.Refusal;
import org.preceptorportal.shell.Throttle;

/** Too many tries from one network address. */
public class TooManyTries extends Refusal {
    private static final long serialVersionUID = 1L;

    static final Throttle.Limit LIMIT = new Throttle.Limit("sign-in", 60, Duration.ofMinutes(10));

    /**
     * @throws TooManyTries when the address failed or asked too often
     */
    static void check(Throttle throttle, String address) {
        if (throttle.spent(LIMIT, address)) {
            throw new TooManyTries();
        }
    }

    public TooManyTries() {
        super("access", "sign-in.tooMany");
    }
}
