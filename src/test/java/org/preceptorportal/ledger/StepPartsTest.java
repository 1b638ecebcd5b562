package org.preceptorportal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.batch.runtime.context.StepContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepPartsTest {
    @Test
    void whatFailsWhileAStepIsCutIsKeptForItsListener() {
        List<Object> kept = new ArrayList<>();
        StepParts parts =
                new StepParts() {
                    @Override
                    protected List<Range> ranges(NightRun night, int threads) {
                        return List.of();
                    }
                };
        parts.step =
                (StepContext)
                        Proxy.newProxyInstance(
                                StepContext.class.getClassLoader(),
                                new Class<?>[] {StepContext.class},
                                (proxy, method, arguments) -> {
                                    assertThat(method.getName()).isEqualTo("setTransientUserData");
                                    kept.add(arguments[0]);
                                    return null;
                                });
        // Without a job there is nothing to cut.
        Throwable thrown = catchThrowable(parts::mapPartitions);
        assertThat(thrown).isNotNull();
        assertThat(kept).containsExactly(thrown);
    }
}
