package org.preceptorportal.packet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.preceptorportal.store.Sha256;

/**
 * What a packet holds and tells, as its manifest keeps it; index.html and index.csv show the same.
 *
 * @param channel how the program takes letters, as rosters name it
 * @param asOf the newest thing in it; never the clock
 * @param applicants in the season's order
 * @param files all but the manifest, its signature and SHA256SUMS
 */
record Listing(
        String program,
        String institution,
        String specialty,
        String season,
        String channel,
        Instant asOf,
        List<Person> applicants,
        List<File> files) {

    /**
     * One applicant.
     *
     * @param sortName ASCII, family name first
     * @param aamcId may be null
     * @param file name of the bound file, or null when there is none
     * @param leftOut what is missing and why, or null
     */
    record Person(
            String name,
            String latinName,
            String sortName,
            String aamcId,
            String school,
            String file,
            boolean withReport,
            List<Letter> letters,
            String leftOut) {
        Person {
            letters = List.copyOf(letters);
        }

        private Person without(Set<String> names, Set<String> codes, String why) {
            boolean fileGone = file != null && names.contains(file);
            List<Letter> left =
                    letters.stream().filter(l -> !codes.contains(l.verifyCode())).toList();
            if (!fileGone && left.size() == letters.size()) {
                return this;
            }
            return new Person(
                    name,
                    latinName,
                    sortName,
                    aamcId,
                    school,
                    fileGone ? null : file,
                    withReport && !fileGone,
                    left,
                    leftOut == null ? why : leftOut + " " + why);
        }
    }

    /**
     * One letter.
     *
     * @param original name of the sealed original, or null when it is not here
     * @param standing where it stands in the program's service; null when it is given from here
     */
    record Letter(
            String author,
            Instant signedAt,
            boolean waived,
            String verifyCode,
            String original,
            String standing) {}

    /** One file. */
    record File(String name, long size, Sha256 sha256) {}

    Listing {
        applicants = List.copyOf(applicants);
        files = List.copyOf(files);
    }

    Listing with(List<File> listed) {
        return new Listing(
                program, institution, specialty, season, channel, asOf, applicants, listed);
    }

    /** Names of the files that hold one of the letters with these codes, or tell of it. */
    Set<String> holding(Set<String> codes) {
        Set<String> files = new TreeSet<>();
        for (Person person : applicants) {
            for (Letter letter : person.letters()) {
                if (codes.contains(letter.verifyCode())) {
                    Stream.of(person.file(), letter.original())
                            .filter(Objects::nonNull)
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /**
     * What it still tells when letters were withdrawn.
     *
     * @param names of files that are left out
     * @param codes of the letters
     * @param why one sentence for each applicant concerned
     */
    Listing without(Set<String> names, Set<String> codes, String why) {
        return new Listing(
                program,
                institution,
                specialty,
                season,
                channel,
                asOf,
                applicants.stream().map(person -> person.without(names, codes, why)).toList(),
                List.of());
    }

    Sha256 sha256(String file) {
        return files.stream()
                .filter(f -> f.name().equals(file))
                .findFirst()
                .map(File::sha256)
                .orElse(null);
    }
}
