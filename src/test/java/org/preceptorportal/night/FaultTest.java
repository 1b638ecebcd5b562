package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.preceptorportal.ledger.OutsideFault;

class FaultTest {
    @Test
    void ni11_whatLiesOutsideIsTriedAgain() {
        assertThat(outside(new UncheckedIOException(new IOException("No space left")))).isTrue();
        assertThat(outside(new IllegalStateException(new SQLException("gone", "08006")))).isTrue();
        assertThat(outside(new SQLException("shutdown", "57P01"))).isTrue();
        assertThat(outside(new SQLException("disk full", "53100"))).isTrue();
        assertThat(outside(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(outside(new SQLException("the pool has none"))).isTrue();
        assertThat(outside(new OutsideFault("no time-stamp", new IllegalStateException())))
                .isTrue();
        assertThat(outside(new RollbackException())).isTrue();
        SystemException atCommit = new SystemException();
        atCommit.initCause(new XAException("terminating connection"));
        assertThat(outside(new IllegalStateException(atCommit))).isTrue();
        assertThat(Fault.unheard("skill-reports").outside()).isTrue();
    }

    @Test
    void ni11_whatIsWrongInsideStaysWrong() {
        assertThat(outside(new NullPointerException())).isFalse();
        assertThat(outside(new IllegalStateException(new SQLException("twice", "23505"))))
                .isFalse();
        assertThat(outside(new SQLException("wrapped", new SQLException("syntax", "42601"))))
                .isFalse();
        RollbackException refused = new RollbackException();
        refused.initCause(new SQLException("null", "23502"));
        assertThat(outside(refused)).isFalse();
    }

    @Test
    void ni6_itIsToldByItsKindAlone() {
        assertThat(Fault.of("letters", new IllegalStateException("Ana Ruiz")).said())
                .isEqualTo("letters: IllegalStateException");
        assertThat(Fault.of("letters", new RuntimeException(new SQLException("x", "08006"))).said())
                .isEqualTo("letters: SQLException 08006");
    }

    private static boolean outside(Throwable thrown) {
        return Fault.of("letters", thrown).outside();
    }
}
