package org.preceptorportal.adviser.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.adviser.Advisers.Shown;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.CurrentCaller;

/** Staff mark who advises whom. */
@Named("adviserMarkPage")
@ViewScoped
public class MarkPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;
    private static final String AGAIN = "/adviser/mark?faces-redirect=true";

    @Inject Advisers advisers;
    @Inject CurrentCaller caller;

    private List<Shown> present;
    private String words;
    private transient List<Learner> found;
    private Long learner;
    private String name;
    private String email;

    public List<Shown> getPresent() {
        if (present == null) {
            present = advisers.all(caller.get());
        }
        return present;
    }

    /** Whom the words may mean. */
    public List<Learner> getFound() {
        if (found == null) {
            found = advisers.learners(caller.get(), words, MOST + 1);
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** Whether the words mean more than are shown. */
    public boolean isMore() {
        return getFound().size() < found.size();
    }

    public Learner getChosen() {
        return learner == null ? null : advisers.learner(caller.get(), learner);
    }

    public String mark() {
        advisers.mark(caller.get(), learner, name, email);
        return AGAIN + "&marked=yes";
    }

    public String end(long adviserId) {
        advisers.end(caller.get(), adviserId);
        return AGAIN;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Long getLearner() {
        return learner;
    }

    public void setLearner(Long learner) {
        this.learner = learner;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
