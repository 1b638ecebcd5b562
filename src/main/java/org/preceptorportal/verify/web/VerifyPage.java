package org.preceptorportal.verify.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.shell.web.Sender;
import org.preceptorportal.verify.Answer;
import org.preceptorportal.verify.LetterVerifying;

/** Anybody checks a code, a file's fingerprint ({@code ?sha256=}) or, by POST, a file. */
@Named("verifyPage")
@RequestScoped
public class VerifyPage {
    @Inject LetterVerifying verifying;

    private String code;
    private String sha256;
    private Part file;
    private Answer answer;
    private boolean tooLarge;
    private boolean nothing;

    public void check() {
        if (sha256 != null && !sha256.isBlank()) {
            answer = verifying.byHash(sha256, address());
        } else if (code != null && !code.isBlank()) {
            answer = verifying.byCode(code, address());
        }
    }

    /** Looks into the uploaded file; it is gone with the request. */
    public void look() throws IOException {
        nothing = file == null;
        if (nothing) {
            return;
        }
        try (InputStream in = file.getInputStream()) {
            byte[] bytes = in.readNBytes(LetterVerifying.MOST_BYTES + 1);
            tooLarge = bytes.length > LetterVerifying.MOST_BYTES;
            answer = tooLarge ? null : verifying.byFile(bytes, address());
        } finally {
            file.delete();
            file = null;
        }
    }

    private static String address() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        return Sender.of((HttpServletRequest) external.getRequest()).address();
    }

    public Answer getAnswer() {
        return answer;
    }

    /** The authors in one line. */
    public String getNames() {
        return answer == null ? "" : String.join(", ", answer.authors());
    }

    /** Letters and digits of what was typed. */
    public int getTyped() {
        return VerifyCode.typed(code);
    }

    public int getWhole() {
        return VerifyCode.LENGTH;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }

    /** No file came, or one without a single byte: Faces gives both as none. */
    public boolean isNothing() {
        return nothing;
    }

    public int getMostBytes() {
        return LetterVerifying.MOST_BYTES;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getSha256() {
        return sha256;
    }

    public void setSha256(String sha256) {
        this.sha256 = sha256;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
