package org.preceptorportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterIdsTest {
    @ParameterizedTest
    @CsvSource({"AB12CD34,AB12CD34", "ab12 cd34,AB12CD34", "'  12-34–56 ',123456", "wxyz,WXYZ"})
    void forgivesSpacesHyphensAndSmallLetters(String typed, String number) {
        assertThat(LetterIds.read(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void takesNothingForNone(String typed) {
        assertThat(LetterIds.read(typed)).isNull();
    }

    @Test
    void takesNoNumberForNone() {
        assertThat(LetterIds.read(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "ABC", "letter@id", "AB_12", "ÄB12", "ABCDEFGHIJKLMNOPQRSTU"})
    void refusesWhatCannotBeOne(String typed) {
        assertThatThrownBy(() -> LetterIds.read(typed)).isInstanceOf(DeliveryRefused.class);
    }
}
