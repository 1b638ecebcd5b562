package org.preceptorportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;

/** FB-1. */
class GrowthTest {
    private final Forms forms = new Forms();
    private final Map<String, Integer> mid = new HashMap<>();
    private final Map<String, Integer> end = new HashMap<>();

    GrowthTest() {
        forms.read();
    }

    @Test
    void comparesTheSameQuestionsOnTheSameScale() {
        mid.put("reasoning", 3);
        end.put("reasoning", 4);
        mid.put("communication", 4);
        end.put("communication", 4);
        end.put("presentation", 2);
        Growth growth = growth("clerkship-final");
        assertThat(growth.domains())
                .extracting(Growth.DomainGrowth::label)
                .containsExactly("Patient care", "Interpersonal and communication skills");
        assertThat(growth.domains().get(0).mid()).isEqualTo(3);
        assertThat(growth.domains().get(0).end()).isEqualTo(4);
        // What only the end rated has no share in the comparison.
        assertThat(growth.domains().get(1).end()).isEqualTo(4);
        assertThat(growth.items()).hasSize(2);
    }

    @Test
    void leavesOutWhatWasNotObservedAtEitherTime() {
        mid.put("reasoning", null);
        end.put("reasoning", 4);
        mid.put("learning", 3);
        end.put("learning", null);
        mid.put("professionalism", 5);
        assertThat(growth("clerkship-final").domains()).isEmpty();
    }

    @Test
    void comparesEveryShippedFinalWithTheMiddle() {
        for (String code :
                new String[] {"reasoning", "learning", "professionalism", "communication"}) {
            mid.put(code, 3);
            end.put(code, 4);
        }
        for (String form :
                new String[] {"observership-final", "hands-on-final", "clerkship-final"}) {
            assertThat(growth(form).domains()).as(form).hasSize(4);
        }
    }

    @Test
    void saysTheChangeWithItsSign() {
        assertThat(new Growth.ItemGrowth("x", 3, 5).change()).isEqualTo("+2");
        assertThat(new Growth.ItemGrowth("x", 3, 3).change()).isEqualTo("0");
        assertThat(new Growth.ItemGrowth("x", 3, 2).change()).isEqualTo("−1");
    }

    private Growth growth(String finalForm) {
        EvaluationForm midForm = forms.get(1, "mid", 1);
        return Growth.of(9, midForm, mid, forms.get(1, finalForm, 1), end);
    }
}
