package org.preceptorportal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.desk.DeskLists.Exported;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.SheetCell;
import org.preceptorportal.shell.Words;

/** A list as a file, written while it is read (DE-6). */
@ApplicationScoped
public class DeskExport {
    private static final List<String> COLUMNS =
            List.of(
                    "learnerId",
                    "learner",
                    "latin",
                    "preceptor",
                    "npi",
                    "rotation",
                    "type",
                    "site",
                    "start",
                    "end",
                    "phase",
                    "state",
                    "opens",
                    "due",
                    "zone",
                    "closed",
                    "turnaround",
                    "reason");

    /** Rows after which a spreadsheet's part is sent on. */
    private static final int FLUSH = 500;

    @Inject DeskLists lists;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    /** Comma-separated, RFC 4180, in UTF-8 with the mark that spreadsheets look for. */
    @Transactional
    public void csv(Caller caller, DeskFilter filter, OutputStream out) throws IOException {
        record(caller, filter, "csv");
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(headings());
        lists.each(
                caller,
                filter,
                row -> {
                    try {
                        csv.printRecord(Arrays.stream(cells(row)).map(DeskExport::text).toList());
                    } catch (IOException e) {
                        throw new UncheckedIOException("the export was cut off", e);
                    }
                });
        csv.flush();
    }

    /** A spreadsheet with true dates and numbers. */
    @Transactional
    public void xlsx(Caller caller, DeskFilter filter, OutputStream out) throws IOException {
        record(caller, filter, "xlsx");
        Workbook book = new Workbook(out, "Preceptor Portal", null);
        Worksheet sheet = book.newWorksheet(words.say("desk", "export.sheet"));
        List<String> headings = headings();
        for (int i = 0; i < headings.size(); i++) {
            sheet.value(0, i, headings.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
        int[] at = {1};
        lists.each(
                caller,
                filter,
                row -> {
                    Object[] cells = cells(row);
                    for (int i = 0; i < cells.length; i++) {
                        put(sheet, at[0], i, cells[i]);
                    }
                    if (at[0]++ % FLUSH == 0) {
                        flush(sheet);
                    }
                });
        book.finish();
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof java.time.LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (cell != null) {
            // A cell of type text: no program computes it.
            sheet.value(row, column, cell.toString());
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the export was cut off", e);
        }
    }

    private void record(Caller caller, DeskFilter filter, String kind) {
        lists.check(caller);
        // What was searched for may be a name.
        String detail =
                kind
                        + " "
                        + filter.showing(filter.show()).query().replaceAll("(^|&)q=[^&]*", "$1q");
        audit.recordAlone(caller, "desk.exported", "desk", caller.tenantId(), detail);
    }

    private List<String> headings() {
        return COLUMNS.stream().map(each -> words.say("desk", "export." + each)).toList();
    }

    private Object[] cells(Exported row) {
        DutyView d = row.duty();
        String state = d.overdue(clock.instant()) ? "state.overdue" : "state." + d.state().name();
        return new Object[] {
            row.learnerCode(),
            d.learner(),
            d.learnerLatin(),
            d.preceptor(),
            row.npi(),
            d.specialty(),
            words.say("desk", "type." + d.type()),
            d.site(),
            d.start(),
            d.end(),
            words.say("desk", "phase." + d.phase()),
            words.say("desk", state),
            d.opensOn(),
            local(d.due(), d.zone()),
            d.zone().getId(),
            local(d.closedAt(), d.zone()),
            row.turnaround(),
            d.reason()
        };
    }

    private static LocalDateTime local(Instant moment, ZoneId zone) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment, zone).withSecond(0).withNano(0);
    }

    static String text(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof String text) {
            return SheetCell.harmless(text);
        }
        String text = cell.toString();
        return cell instanceof LocalDateTime ? text.replace('T', ' ') : text;
    }
}
