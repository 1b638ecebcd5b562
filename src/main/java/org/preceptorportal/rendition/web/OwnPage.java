package org.preceptorportal.rendition.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.preceptorportal.preflight.Finding;
import org.preceptorportal.rendition.OwnPdfs;
import org.preceptorportal.rendition.OwnPdfs.View;
import org.preceptorportal.season.Profile;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Role;
import org.primefaces.model.file.UploadedFile;

/** The author brings a PDF, sees its pages as pictures and what services say about it. */
@Named("renditionOwnPage")
@ViewScoped
public class OwnPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject CurrentCaller caller;
    @Inject OwnPdfs own;

    private long id;
    private int version;
    private transient View view;
    private transient UploadedFile file;

    public String read() {
        version = getView().version();
        return view.writable() ? null : "/letter/draft?faces-redirect=true&id=" + id;
    }

    public String upload() {
        byte[] bytes = file == null ? new byte[0] : file.getContent();
        own.upload(caller.get(), id, version, bytes == null ? new byte[0] : bytes);
        return "/rendition/own?faces-redirect=true&id=" + id;
    }

    public String toWords() {
        own.toWords(caller.get(), id, version);
        return "/letter/draft?faces-redirect=true&id=" + id;
    }

    public View getView() {
        if (view == null) {
            view = own.view(caller.get(), id);
        }
        return view;
    }

    /** Assistants bring and write; only the author signs. */
    public boolean isAuthor() {
        return caller.get().is(Role.PRECEPTOR);
    }

    public List<Map.Entry<Profile, List<Finding>>> getFindings() {
        return List.copyOf(getView().findings().entrySet());
    }

    public List<Integer> getPages() {
        return IntStream.rangeClosed(1, getView().pages()).boxed().toList();
    }

    public String getMostMegabytes() {
        return String.valueOf(getView().maxBytes() / 1_000_000);
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile file) {
        this.file = file;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
