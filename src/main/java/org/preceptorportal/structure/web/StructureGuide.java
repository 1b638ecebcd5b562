package org.preceptorportal.structure.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.shell.CurrentCaller;

/** Leads from a letter to the page on which its kind is written. */
@Named("structureGuide")
@RequestScoped
public class StructureGuide {
    @Inject CurrentCaller caller;
    @Inject LetterDoor door;

    /** Another page than the editor of prose, or null. */
    public String elsewhere(long letterId) {
        Letter letter = door.drafted(caller.get(), letterId);
        if (letter.status() != LetterStatus.DRAFTING || letter.kind() == LetterKind.WORDS) {
            return null;
        }
        return (letter.kind() == LetterKind.STRUCTURED ? "/structure/fill" : "/rendition/own")
                + "?faces-redirect=true&id="
                + letterId;
    }
}
