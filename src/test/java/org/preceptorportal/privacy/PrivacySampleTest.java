package org.preceptorportal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.bench.LabelledSample;

/** PP-6: the figures of {@code ./portal bench privacy} do not sink. */
class PrivacySampleTest {
    private final PatientPrivacy privacy = new PatientPrivacy();

    @ParameterizedTest
    @CsvSource({"development, 0.98, 0.98", "held-out, 0.95, 0.95"})
    void keepsWhatWasReached(String name, double recall, double precision) {
        LabelledSample half = LabelledSample.half(name);
        LabelledSample.Score spans = half.spans(privacy, null);
        LabelledSample.Score texts = half.texts(privacy);
        assertThat(spans.recall()).as("recall of spans").isGreaterThanOrEqualTo(recall);
        assertThat(spans.precision()).as("precision of spans").isGreaterThanOrEqualTo(precision);
        assertThat(texts.recall()).as("recall of texts").isGreaterThanOrEqualTo(recall);
        assertThat(texts.precision()).as("precision of texts").isGreaterThanOrEqualTo(precision);
    }

    @Test
    void halfOfTheSampleIsFreeOfPatientData() {
        long all = 0;
        long clean = 0;
        for (String name : new String[] {"development", "held-out"}) {
            LabelledSample half = LabelledSample.half(name);
            all += half.texts().size();
            clean += half.texts().stream().filter(text -> text.marked().isEmpty()).count();
        }
        assertThat(all).isGreaterThanOrEqualTo(500);
        assertThat(2 * clean).isGreaterThanOrEqualTo(all);
    }
}
