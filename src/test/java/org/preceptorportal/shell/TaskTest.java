package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {
    @Test
    void refusesAButtonThatLeadsNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(Task.Urgency.NOW, null, "Evaluate.", "Start", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example/", "evaluation"})
    void refusesAWayOutOfThePortal(String outcome) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(Task.Urgency.NOW, null, "Evaluate.", "Start", outcome));
    }
}
