package org.preceptorportal.structure.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.structure.Structure;
import org.preceptorportal.structure.StructuredWriting;
import org.preceptorportal.structure.StructuredWriting.Choice;

/** Prose, or which standardized letter. */
@Named("structureChoosePage")
@ViewScoped
public class ChoosePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject StructuredWriting writing;

    private long id;
    private transient Choice choice;

    public void read() {
        choice = writing.choice(caller.get(), id);
    }

    public String begin(String code, int version) {
        writing.begin(caller.get(), id, version, code);
        return "/structure/fill?faces-redirect=true&id=" + id;
    }

    public String toWords(int version) {
        writing.toWords(caller.get(), id, version);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public Choice getChoice() {
        if (choice == null) {
            read();
        }
        return choice;
    }

    public List<Structure> getSuiting() {
        return offered(true);
    }

    public List<Structure> getOthers() {
        return offered(false);
    }

    private List<Structure> offered(boolean suiting) {
        return getChoice().offered().stream()
                .filter(s -> s.suits(getChoice().specialty()) == suiting)
                .toList();
    }

    public boolean isProse() {
        return getChoice().kind() == LetterKind.WORDS;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
