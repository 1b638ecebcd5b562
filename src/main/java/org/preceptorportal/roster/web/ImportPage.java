package org.preceptorportal.roster.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.roster.ImportReport;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.roster.RosterKind;
import org.preceptorportal.roster.RosterUpload;
import org.preceptorportal.shell.CurrentCaller;
import org.primefaces.model.file.UploadedFile;
import org.primefaces.model.file.UploadedFiles;

/** Check first, import after: {@code /roster/import}. */
@Named("rosterImportPage")
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject transient RosterImport rosters;
    @Inject transient CurrentCaller caller;

    private transient UploadedFiles files;
    private transient List<RosterUpload> kept = List.of();
    private transient ImportReport report;

    /** Tells what the chosen files would do. */
    public void check() throws IOException {
        kept = new ArrayList<>();
        for (UploadedFile file : files == null ? List.<UploadedFile>of() : files.getFiles()) {
            kept.add(new RosterUpload(file.getFileName(), file.getContent()));
        }
        report = kept.isEmpty() ? null : rosters.dryRun(caller.get(), kept);
    }

    /** Imports the files that were checked. */
    public void run() {
        report = rosters.run(caller.get(), kept);
    }

    public ImportReport getReport() {
        return report;
    }

    public UploadedFiles getFiles() {
        return files;
    }

    public void setFiles(UploadedFiles files) {
        this.files = files;
    }

    public RosterKind[] getKinds() {
        return RosterKind.values();
    }
}
