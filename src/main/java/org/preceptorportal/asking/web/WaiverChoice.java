package org.preceptorportal.asking.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.letter.Waiver;
import org.preceptorportal.shell.Words;

/** The two equal answers to "may you read it?", in the wording that is signed. */
@ApplicationScoped
class WaiverChoice {
    @Inject Words words;

    List<SelectItem> items() {
        return List.of(item(true, "waived"), item(false, "kept"));
    }

    private SelectItem item(boolean waived, String key) {
        return new SelectItem(
                waived, words.say("asking", "waiver." + Waiver.CURRENT_TEXT + "." + key));
    }
}
