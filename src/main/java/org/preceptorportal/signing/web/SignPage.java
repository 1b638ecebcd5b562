package org.preceptorportal.signing.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.LetterReading;
import org.preceptorportal.signing.LetterSigning;
import org.preceptorportal.signing.Reading;
import org.preceptorportal.signing.SigningAct;
import org.preceptorportal.signing.SigningRefused;
import org.preceptorportal.stepup.Proof;

/** The quiet page: the whole letter, who signs, what that means, one code, one button. */
@Named("signingSignPage")
@ViewScoped
public class SignPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject LetterReading pages;
    @Inject LetterSigning signing;
    @Inject CoAuthors coAuthors;
    @Inject LetterDeclarations declarations;
    @Inject Words words;

    private long id;

    /** Names what is shown; goes back with the signature. */
    private String shown;

    private boolean codeSent;
    private boolean agreed;
    private ToolDeclaration.Tools tools;
    private String code;
    private String reason;

    /** Not kept in the view: it holds the author's words. */
    private transient Reading reading;

    public String read() {
        shown = getReading().shown();
        codeSent = reading.codePending();
        tools = reading.tools();
        return switch (reading.status()) {
            case DRAFTING, SIGNING -> null;
            case SIGNED, WITHDRAWN -> to("/signing/signed");
            default -> to("/asking/open");
        };
    }

    public Reading getReading() {
        if (reading == null) {
            reading = pages.read(caller.get(), id);
        }
        return reading;
    }

    public List<Integer> getPages() {
        return IntStream.rangeClosed(1, getReading().pages()).boxed().toList();
    }

    public void sendCode() {
        declare();
        signing.sendCode(caller.get(), id);
        if (codeSent) {
            String say = words.say("stepup", "sent.again");
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(say));
        }
        codeSent = true;
        code = null;
    }

    public String sign() {
        declare();
        try {
            signing.sign(caller.get(), id, new SigningAct(shown, agreed, code));
        } catch (SigningRefused.PageChanged e) {
            // Read anew: the pages below are the ones that the next try would sign.
            reading = null;
            shown = getReading().shown();
            agreed = false;
            tools = null;
            throw e;
        }
        return to("/signing/sign");
    }

    private void declare() {
        if (tools != null && getReading().declares()) {
            declarations.declare(caller.get(), id, tools);
        }
    }

    /** What may be said about tools that write, in today's wording. */
    public List<SelectItem> getToolChoices() {
        return Arrays.stream(ToolDeclaration.Tools.values())
                .map(each -> new SelectItem(each, words.say("letter", toolsKey(each.name()))))
                .toList();
    }

    public String getToolsAsk() {
        return words.say("letter", toolsKey("ask"));
    }

    public String getToolsHint() {
        return words.say("letter", toolsKey("hint"));
    }

    private static String toolsKey(String part) {
        return "declaration." + ToolDeclaration.CURRENT_TEXT + "." + part;
    }

    public String decline() {
        coAuthors.decline(caller.get(), id, reason);
        return "/signing/together?faces-redirect=true&declined=yes";
    }

    public String takeBack() {
        coAuthors.takeBack(caller.get(), id);
        return to("/letter/draft");
    }

    private String to(String page) {
        return page + "?faces-redirect=true&id=" + id;
    }

    public boolean isApp() {
        return getReading().proof() == Proof.AUTHENTICATOR;
    }

    /** The field for a code: an app always has one, the mail when it was sent. */
    public boolean isCodeSent() {
        return codeSent || isApp();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public ToolDeclaration.Tools getTools() {
        return tools;
    }

    public void setTools(ToolDeclaration.Tools tools) {
        this.tools = tools;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
