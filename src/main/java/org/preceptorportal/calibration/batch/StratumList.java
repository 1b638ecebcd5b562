package org.preceptorportal.calibration.batch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Shared;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.store.Sha256;

/** What a night has to fit; the same after a restart, for its cut-off is kept. */
@ApplicationScoped
public class StratumList {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject Calibrations calibrations;

    private final Shared<List<StratumItem>> items = new Shared<>();
    private final Shared<List<Sheet>> evidence = new Shared<>();

    /** Domains and scales in a lasting order. */
    public List<StratumItem> of(NightRun night) {
        return items.of(night, () -> read(night));
    }

    private List<StratumItem> read(NightRun night) {
        try (Connection c = database.getConnection()) {
            Optional<Calibration> found =
                    Calibration.at(c, night.tenant(), seasons.get(night.season()), night.cutoff());
            List<StratumItem> items = new ArrayList<>();
            if (found.isPresent()) {
                Calibration calibration = found.get();
                // Not all that is kept: a correction taken back must take its figures back.
                Set<String> known =
                        Set.copyOf(
                                calibrations.keys(
                                        night.tenant(), night.season(), calibration.cutoff()));
                Calibration.Contents contents = calibration.contents(c);
                for (Slice slice : contents.slices()) {
                    Sha256 key = Calibration.key(contents.inputs(), slice);
                    items.add(
                            new StratumItem(
                                    items.size() + 1,
                                    calibration,
                                    slice,
                                    key,
                                    known.contains(key.hex())));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("the calibration cannot be read", e);
        }
    }

    /** All that they are fitted on. */
    public List<Sheet> sheets(NightRun night, Calibration calibration) {
        return evidence.of(night, () -> sheets(calibration));
    }

    private List<Sheet> sheets(Calibration calibration) {
        try (Connection c = database.getConnection()) {
            return calibration.sheets(c);
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }
}
