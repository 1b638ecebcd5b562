package org.preceptorportal.night;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The jobs of a night and which of them wait for which: {@code batch-jobs/program.yaml}. Read and
 * checked once; a wrong file ends the start of the portal.
 */
public final class NightProgram {
    private static final String FOLDER = "/META-INF/batch-jobs/";
    private static final String FILE = "program.yaml";
    private static final NightProgram PORTALS = read();

    private final Map<String, ProgramJob> jobs = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException when a job waits for one that does not stand before it
     */
    NightProgram(List<ProgramJob> inOrder) {
        for (ProgramJob job : inOrder) {
            for (String other : waitsFor(job)) {
                if (!jobs.containsKey(other)) {
                    throw new IllegalArgumentException(
                            job.name()
                                    + " waits for "
                                    + other
                                    + ", which does not stand before it");
                }
            }
            if (jobs.put(job.name(), job) != null) {
                throw new IllegalArgumentException("twice: " + job.name());
            }
        }
    }

    /** The program of this portal. */
    public static NightProgram get() {
        return PORTALS;
    }

    /** All jobs, each behind those it waits for. */
    public List<ProgramJob> jobs() {
        return List.copyOf(jobs.values());
    }

    /** The job of this name, or null. */
    public ProgramJob job(String name) {
        return jobs.get(name);
    }

    /**
     * The jobs to begin now. A job that this night does not have keeps nobody waiting.
     *
     * @param states the state of each job of a night
     */
    List<String> ready(Map<String, RunState> states) {
        Set<String> never = new HashSet<>();
        List<String> ready = new ArrayList<>();
        for (ProgramJob job : jobs.values()) {
            if (states.get(job.name()) != RunState.WAITING) {
                continue;
            }
            boolean lost =
                    job.needs().stream()
                            .filter(states::containsKey)
                            .anyMatch(need -> never.contains(need) || states.get(need).failed());
            boolean free =
                    waitsFor(job).stream()
                            .filter(states::containsKey)
                            .allMatch(other -> never.contains(other) || states.get(other).over());
            if (lost) {
                never.add(job.name());
            } else if (free) {
                ready.add(job.name());
            }
        }
        return ready;
    }

    private static List<String> waitsFor(ProgramJob job) {
        List<String> all = new ArrayList<>(job.after());
        all.addAll(job.needs());
        return all;
    }

    private static NightProgram read() {
        try (InputStream file = NightProgram.class.getResourceAsStream(FOLDER + FILE)) {
            Map<?, ?> all =
                    (Map<?, ?>)
                            new Load(LoadSettings.builder().setLabel(FILE).build())
                                    .loadFromInputStream(file);
            List<ProgramJob> jobs = new ArrayList<>();
            for (Object each : (List<?>) all.get("jobs")) {
                Map<?, ?> job = (Map<?, ?>) each;
                String name = (String) job.get("job");
                jobs.add(
                        new ProgramJob(
                                name,
                                names(job.get("after")),
                                names(job.get("needs")),
                                Boolean.TRUE.equals(job.get("programs")),
                                steps(name)));
            }
            return new NightProgram(jobs);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    private static List<String> names(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static List<String> steps(String job) {
        try (InputStream xml = NightProgram.class.getResourceAsStream(FOLDER + job + ".xml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList steps = factory.newDocumentBuilder().parse(xml).getElementsByTagName("step");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < steps.getLength(); i++) {
                names.add(((Element) steps.item(i)).getAttribute("id"));
            }
            return List.copyOf(names);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(job + ".xml cannot be read", e);
        }
    }
}
