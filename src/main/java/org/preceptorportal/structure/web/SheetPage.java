package org.preceptorportal.structure.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.structure.StructureSheet;
import org.preceptorportal.structure.StructuredWriting;
import org.preceptorportal.structure.StructuredWriting.Line;

/** The answers in the order of the service's form, each with a button that copies it. */
@Named("structureSheetPage")
@RequestScoped
public class SheetPage {
    @Inject CurrentCaller caller;
    @Inject StructuredWriting writing;

    private long id;
    private StructureSheet sheet;
    private List<Line> lines;

    public void read() {
        lines = writing.answerSheet(caller.get(), id);
        sheet = writing.sheet(caller.get(), id);
    }

    public StructureSheet getSheet() {
        return sheet;
    }

    public List<Line> getLines() {
        return lines;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
