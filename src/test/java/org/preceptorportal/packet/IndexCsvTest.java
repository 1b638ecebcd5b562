package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexCsvTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+2|cmd", "@SUM(A1)", "\t=1", "\r=1", "%x", "＝1"})
    void noCellIsAFormula(String evil) throws Exception {
        Listing.Letter letter = new Listing.Letter(evil, AT, true, evil, null, evil);
        Listing.Person person =
                new Listing.Person(evil, evil, evil, evil, evil, evil, true, List.of(letter), evil);
        Listing listing =
                new Listing(evil, evil, evil, evil, "DIRECT", AT, List.of(person), List.of());
        String csv = new String(IndexCsv.bytes(listing), StandardCharsets.UTF_8).substring(1);
        CSVRecord row = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords().get(1);
        assertThat(row.toList()).contains("'" + evil).doesNotContain(evil);
    }
}
