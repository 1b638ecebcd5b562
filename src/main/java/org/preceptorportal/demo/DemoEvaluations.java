package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.evaluation.Change;
import org.preceptorportal.evaluation.Evaluating;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.PortalClock;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;

/**
 * Evaluations of past rotations. Marks are high, as they are in the field (about 83 % of eSLOE 2.0
 * part-B marks are 4 or 5), and each preceptor has a leniency of their own.
 */
@ApplicationScoped
class DemoEvaluations {
    private static final double MEAN = 4.25;
    private static final double LENIENCY = 0.35;
    private static final double ABILITY = 0.35;
    private static final double NOISE = 0.55;

    @Inject DemoEvaluations self;
    @Inject DemoInstitution institution;
    @Inject DemoLearning learning;
    @Inject Evaluating evaluating;
    @Inject Duties duties;
    @Inject Forms forms;
    @Inject Rotations rotations;
    @Inject Preceptors preceptors;
    @Inject Clock clock;
    @Inject PortalClock time;

    void make(Tenant tenant) {
        JsonObject words = DemoFiles.words();
        LocalDate today = LocalDate.now(clock.withZone(tenant.zone()));
        Set<Long> withGoal = learning.withMiddle(tenant.id());
        for (Preceptor preceptor : preceptors.all(tenant.id())) {
            boolean star = preceptor.email().equals(DemoAccounts.PRECEPTOR);
            List<Rotation> past =
                    rotations.ofPreceptor(preceptor.id()).stream()
                            .filter(r -> r.endDate().isBefore(today.minusDays(star ? 17 : 12)))
                            .filter(r -> star || chance(r, 1).nextDouble() < 0.9)
                            .toList();
            self.evaluate(Caller.portal(tenant.id()), preceptor, past, withGoal, words);
        }
    }

    /** One transaction a preceptor. Public: CDI intercepts no package-private method. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void evaluate(
            Caller portal,
            Preceptor preceptor,
            List<Rotation> past,
            Set<Long> withGoal,
            JsonObject words) {
        Caller caller = as(portal, preceptor);
        for (Rotation rotation : past) {
            DutyView duty = duties.of(rotation.id(), Phase.FINAL);
            if (!duty.submitted()) {
                List<Change> changes =
                        new ArrayList<>(answers(preceptor, rotation, words).changes());
                if (withGoal.contains(rotation.id())) {
                    changes.add(new Change(Answers.GOAL, goalReached(rotation), 0));
                }
                time.at(submittedAt(duty), () -> write(caller, duty, changes));
            }
        }
        institution.tidy(portal.tenantId());
    }

    private void write(Caller caller, DutyView duty, List<Change> changes) {
        long draft = evaluating.open(caller, duty.dutyId());
        int seen = evaluating.save(caller, draft, changes).revision();
        evaluating.view(caller, draft, seen);
        evaluating.submit(caller, draft, null);
    }

    /** Half of them within a week after the end; some take a month. */
    private Instant submittedAt(DutyView duty) {
        Random chance = new Random(duty.end().toEpochDay() * 31 + duty.learnerId() * 7);
        chance.nextLong();
        LocalDate yesterday = LocalDate.now(clock.withZone(duty.zone())).minusDays(1);
        LocalDate day =
                duty.end().plusDays(Math.round(Math.exp(1.9 + 0.75 * chance.nextGaussian())));
        return (day.isAfter(yesterday) ? yesterday : day)
                .atTime(7 + chance.nextInt(14), chance.nextInt(60))
                .atZone(duty.zone())
                .toInstant();
    }

    static Caller as(Caller portal, Preceptor preceptor) {
        return new Caller(
                null,
                portal.tenantId(),
                Role.PRECEPTOR,
                preceptor.id(),
                null,
                preceptor.signatureName(),
                null);
    }

    private Answers answers(Preceptor preceptor, Rotation rotation, JsonObject words) {
        double leniency = new Random(preceptor.npi().hashCode()).nextGaussian() * LENIENCY;
        double ability = new Random(31 * rotation.learnerId() + 7).nextGaussian() * ABILITY;
        Random chance = chance(rotation, 2);
        Map<String, Integer> ratings = new HashMap<>();
        for (Domain domain :
                forms.current(rotation.tenantId(), Purpose.FINAL, rotation.type()).domains()) {
            double bend = chance.nextGaussian() * 0.2;
            for (Item item : domain.items()) {
                double mark = MEAN + leniency + ability + bend + chance.nextGaussian() * NOISE;
                boolean seen = chance.nextDouble() > 0.08;
                ratings.put(
                        item.code(),
                        seen ? (int) Math.max(1, Math.min(5, Math.round(mark))) : null);
            }
        }
        return Answers.ofFinal(
                ratings,
                pick(chance, words, "strengths") + " " + pick(chance, words, "strengths"),
                pick(chance, words, "improvements"),
                5 + chance.nextInt(14));
    }

    private static String goalReached(Rotation rotation) {
        int chance = chance(rotation, 3).nextInt(10);
        return Answers.GOAL_WORDS.get(chance < 6 ? 0 : chance < 9 ? 1 : 2);
    }

    private static String pick(Random chance, JsonObject words, String kind) {
        List<String> all = DemoFiles.words(words, kind);
        return all.get(chance.nextInt(all.size()));
    }

    /**
     * The same rotation always gives the same figures: a resumed load equals a clean one. The
     * factor spreads neighboring codes, for neighboring seeds give alike first numbers.
     */
    private static Random chance(Rotation rotation, int salt) {
        return new Random((rotation.code().hashCode() * 31L + salt) * 0x9E3779B97F4A7C15L);
    }
}
