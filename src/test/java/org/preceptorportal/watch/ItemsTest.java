package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.preceptorportal.night.NightProgram;
import org.preceptorportal.night.ProgramJob;

/** Jobs and steps have words of their own on pages and in mails. */
class ItemsTest {
    @Test
    void everyJobAndStepOfTheProgramHasWords() {
        ResourceBundle watch = ResourceBundle.getBundle("messages.watch");
        ResourceBundle night = ResourceBundle.getBundle("messages.night");
        for (ProgramJob job : NightProgram.get().jobs()) {
            assertThat(watch.containsKey("job." + job.name())).as("job." + job.name()).isTrue();
            for (String step : job.steps()) {
                assertThat(night.containsKey("step." + step)).as("step." + step).isTrue();
            }
        }
    }
}
