package org.preceptorportal.revision;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.preceptorportal.revision.Syntax.Indirect;
import org.preceptorportal.revision.Syntax.Name;
import org.preceptorportal.revision.Syntax.Ref;
import org.preceptorportal.revision.Syntax.Stream;

/**
 * What was appended behind the authors' signatures (RV-3). A time-stamp over the whole file does
 * not excuse what it covers: an outside authority stamps whatever it is sent.
 *
 * <p>Allowed are new objects of the kinds an archive needs, which nothing in the signed part
 * mentions; a catalog with another validation store; and one more invisible field of a time-stamp
 * in the form and on a page. Everything else of a replaced object must be as it was.
 */
final class ArchiveUpdate {
    private static final int MOST_REVISIONS = 64;
    private static final Set<String> TRAILER =
            Set.of(
                    "Size",
                    "Root",
                    "Info",
                    "ID",
                    "Prev",
                    "Type",
                    "W",
                    "Index",
                    "Filter",
                    "Length",
                    "DecodeParms");
    private static final Set<String> STORE = Set.of("Type", "Certs", "CRLs", "OCSPs", "VRI");
    private static final Set<String> STORE_OF_ONE =
            Set.of("Type", "Cert", "CRL", "OCSP", "TU", "TS");
    private static final Set<String> BARE = Set.of("Length", "Filter");
    private static final Set<String> EMPTY_FORM =
            Set.of(
                    "Length",
                    "Filter",
                    "Type",
                    "Subtype",
                    "FormType",
                    "BBox",
                    "Matrix",
                    "Resources");
    private static final Set<String> STAMP =
            Set.of("Type", "Filter", "SubFilter", "Contents", "ByteRange", "M");
    private static final Set<String> WIDGET =
            Set.of("FT", "Type", "Subtype", "F", "T", "V", "P", "Rect", "AP", "DR");

    private final byte[] pdf;
    private final int from;
    private final List<SignedRange> stamps;

    private Skeleton before;
    private Skeleton signed;
    private BitSet mentioned;
    private Map<Integer, Indirect> objects;
    private int matched;

    ArchiveUpdate(byte[] pdf, int from, List<SignedRange> stamps) {
        this.pdf = pdf;
        this.from = from;
        this.stamps = stamps;
    }

    void check() throws Broken {
        if (from == pdf.length) {
            return;
        }
        signed = new Skeleton(pdf, from);
        mentioned = signed.mentioned();
        before = signed;
        int at = from;
        for (int revision = 0; at < pdf.length; revision++) {
            if (revision == MOST_REVISIONS) {
                throw new Broken("too many revisions");
            }
            at = revision(at);
            before = new Skeleton(pdf, at);
        }
        if (matched != stamps.size()) {
            throw new Broken("a time-stamp that stands in no field");
        }
    }

    private int revision(int start) throws Broken {
        Syntax syntax = new Syntax(pdf, start, pdf.length);
        objects = new HashMap<>();
        int at;
        while (true) {
            syntax.skipSpace();
            at = syntax.at();
            if (syntax.take("xref")) {
                break;
            }
            Indirect object = syntax.indirect(null);
            if (objects.put(object.number(), object) != null) {
                throw new Broken("object " + object.number() + " twice in one revision");
            }
            if (is(object.value(), "XRef")) {
                break;
            }
        }
        int end = tail(at);
        for (Indirect object : objects.values()) {
            if (object.at() != at) {
                judge(object);
            } else if (signed.has(object.number()) || mentioned.get(object.number())) {
                throw new Broken("cross-references in the place of another object");
            }
        }
        return end;
    }

    /** Reads the cross-references, which must tell of this revision's objects and no others. */
    private int tail(int at) throws Broken {
        Skeleton.Section section = before.sectionBehind(at);
        Map<Integer, Skeleton.Place> places = new HashMap<>(section.places());
        if (places.containsKey(0) && !places.remove(0).free()) {
            throw new Broken("an object of number 0");
        }
        for (Indirect object : objects.values()) {
            Skeleton.Place place = places.remove(object.number());
            boolean self = place == null && object.at() == at;
            if (!self && !new Skeleton.Place(object.at(), -1, -1).equals(place)) {
                throw new Broken("object " + object.number() + " is not referred to");
            }
        }
        if (!places.isEmpty()) {
            throw new Broken("a cross-reference to an object of another revision");
        }
        trailer(section.trailer());
        Syntax tail = new Syntax(pdf, section.end(), pdf.length);
        tail.need("startxref");
        if (tail.integer() != at) {
            throw new Broken("startxref points elsewhere");
        }
        tail.need("%%EOF");
        tail.takeLineEnd();
        return tail.at();
    }

    private void trailer(Map<String, Object> trailer) throws Broken {
        Map<String, Object> old = before.trailer();
        if (!TRAILER.containsAll(trailer.keySet())
                || !Objects.equals(trailer.get("Root"), old.get("Root"))
                || !Objects.equals(trailer.get("Info"), old.get("Info"))
                || Syntax.integer(trailer.get("Prev")) != before.start()) {
            throw new Broken("a trailer that does not continue the one before");
        }
    }

    private void judge(Indirect object) throws Broken {
        int number = object.number();
        Object value = object.value();
        Object old = before.get(number);
        if (!signed.has(number) && mentioned.get(number)) {
            throw new Broken("object " + number + " was awaited by the signed part");
        }
        if (same(old, value)) {
            return;
        }
        if (signed.has(number)) {
            mustBeExtended(number, old, value);
        } else {
            mustBeArchive(value);
        }
    }

    private boolean same(Object old, Object value) {
        if (old instanceof Stream a && value instanceof Stream b) {
            return a.dictionary().equals(b.dictionary())
                    && java.util.Arrays.equals(
                            pdf,
                            a.start(),
                            a.start() + a.length(),
                            pdf,
                            b.start(),
                            b.start() + b.length());
        }
        return value.equals(old);
    }

    // --- objects of the signed part that may be continued ---------------------------------------

    private void mustBeExtended(int number, Object old, Object value) throws Broken {
        Object root = before.trailer().get("Root");
        Map<String, Object> catalog = Syntax.map(before.follow(root));
        Object form = catalog.get("AcroForm");
        if (new Ref(number).equals(root)) {
            catalog(Syntax.map(old), Syntax.map(value));
        } else if (new Ref(number).equals(form)) {
            form(Syntax.map(old), Syntax.map(value));
        } else if (is(old, "Page")) {
            page(Syntax.map(old), Syntax.map(value));
        } else if (old instanceof List<?> a
                && value instanceof List<?> b
                && listOfFields(number, catalog)) {
            extended(a, b);
        } else {
            throw new Broken("object " + number + " was replaced");
        }
    }

    private void catalog(Map<String, Object> old, Map<String, Object> now) throws Broken {
        sameBut(old, now, Set.of("DSS", "AcroForm", "Extensions"));
        Object store = now.get("DSS");
        if (store instanceof Ref ref) {
            if (signed.has(ref.number())) {
                throw new Broken("a validation store in the signed part");
            }
        } else if (store != null) {
            mustBeArchive(store);
        }
        extensions(now.get("Extensions"));
        Object form = old.get("AcroForm");
        if (form instanceof Map<?, ?>) {
            form(Syntax.map(form), Syntax.map(now.get("AcroForm")));
        } else if (!Objects.equals(form, now.get("AcroForm"))) {
            throw new Broken("another form");
        }
    }

    private static void extensions(Object value) throws Broken {
        if (value == null) {
            return;
        }
        for (Map.Entry<String, Object> extension : Syntax.map(value).entrySet()) {
            boolean plain =
                    extension.getValue() instanceof Map<?, ?> entries
                            && entries.values().stream()
                                    .allMatch(e -> e instanceof Name || e instanceof BigDecimal);
            if (!plain) {
                throw new Broken("an extension that is not plain");
            }
        }
    }

    private void form(Map<String, Object> old, Map<String, Object> now) throws Broken {
        sameBut(old, now, Set.of("Fields", "SigFlags"));
        lists(old.get("Fields"), now.get("Fields"));
    }

    private void page(Map<String, Object> old, Map<String, Object> now) throws Broken {
        sameBut(old, now, Set.of("Annots"));
        lists(old.get("Annots"), now.get("Annots"));
    }

    private static void sameBut(Map<String, Object> old, Map<String, Object> now, Set<String> may)
            throws Broken {
        Map<String, Object> a = new HashMap<>(old);
        Map<String, Object> b = new HashMap<>(now);
        a.keySet().removeAll(may);
        b.keySet().removeAll(may);
        if (!a.equals(b)) {
            throw new Broken("a page, form or catalog was changed");
        }
    }

    private void lists(Object old, Object now) throws Broken {
        if (Objects.equals(old, now)) {
            return;
        }
        Object before = old == null ? List.of() : old;
        if (before instanceof List<?> a && now instanceof List<?> b) {
            extended(a, b);
        } else {
            throw new Broken("another list of fields");
        }
    }

    private void extended(List<?> old, List<?> now) throws Broken {
        if (now.size() < old.size() || !now.subList(0, old.size()).equals(old)) {
            throw new Broken("a field was taken away");
        }
        for (Object added : now.subList(old.size(), now.size())) {
            Indirect object = added instanceof Ref ref ? objects.get(ref.number()) : null;
            if (object == null
                    || signed.has(object.number())
                    || !(object.value() instanceof Map<?, ?>)
                    || !isWidget(Syntax.map(object.value()))) {
                throw new Broken("something was added that is no time-stamp");
            }
        }
    }

    /** Whether it is the form's list of fields, or a page's of annotations. */
    private boolean listOfFields(int number, Map<String, Object> catalog) throws Broken {
        Ref list = new Ref(number);
        Object form = before.follow(catalog.get("AcroForm"));
        return form instanceof Map<?, ?> fields && list.equals(fields.get("Fields"))
                || annotationsOfAPage(list, catalog.get("Pages"), new HashSet<>());
    }

    private boolean annotationsOfAPage(Ref list, Object node, Set<Object> seen) throws Broken {
        if (!(node instanceof Ref) || !seen.add(node) || seen.size() > 10_000) {
            return false;
        }
        Map<String, Object> page = Syntax.map(before.follow(node));
        if (list.equals(page.get("Annots"))) {
            return true;
        }
        if (before.follow(page.get("Kids")) instanceof List<?> kids) {
            for (Object kid : kids) {
                if (annotationsOfAPage(list, kid, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    // --- what an archive needs ------------------------------------------------------------------

    private void mustBeArchive(Object value) throws Broken {
        if (value instanceof Stream stream) {
            Set<String> keys = stream.dictionary().keySet();
            if (!BARE.containsAll(keys) && !isEmptyForm(stream)) {
                throw new Broken("a stream that no archive needs");
            }
        } else if (value instanceof List<?> list) {
            if (!list.stream().allMatch(Ref.class::isInstance)) {
                throw new Broken("an array that no archive needs");
            }
        } else {
            mustBeArchive(Syntax.map(value));
        }
    }

    private void mustBeArchive(Map<String, Object> value) throws Broken {
        Set<String> keys = value.keySet();
        if (is(value, "DocTimeStamp")) {
            stamp(value);
        } else if (new Name("Sig").equals(value.get("FT"))) {
            if (!isWidget(value)) {
                throw new Broken("a field that shows something");
            }
        } else if (!STORE.containsAll(keys)
                && !STORE_OF_ONE.containsAll(keys)
                && !keys.equals(Set.of("N"))
                && !keys.stream().allMatch(key -> key.matches("[0-9A-F]{40}"))) {
            throw new Broken("a dictionary that no archive needs");
        }
    }

    /** A time-stamp's dictionary must be the one that the signature was found in. */
    private void stamp(Map<String, Object> value) throws Broken {
        if (!STAMP.containsAll(value.keySet())
                || !new Name("ETSI.RFC3161").equals(value.get("SubFilter"))) {
            throw new Broken("a time-stamp that is not plain");
        }
        for (SignedRange range : stamps) {
            List<BigDecimal> numbers =
                    List.of(
                            BigDecimal.ZERO,
                            plain(range.gapStart()),
                            plain(range.gapEnd()),
                            plain(range.end() - range.gapEnd()));
            byte[] contents = range.contents();
            if (numbers.equals(value.get("ByteRange"))
                    && SignedRange.text(contents, 0, contents.length)
                            .equals(value.get("Contents"))) {
                matched++;
                return;
            }
        }
        throw new Broken("a time-stamp over other bytes");
    }

    private static BigDecimal plain(int number) {
        return number == 0 ? BigDecimal.ZERO : new BigDecimal(number).stripTrailingZeros();
    }

    /**
     * An invisible field of a time-stamp; its appearance, if any, is empty and in this revision.
     */
    private boolean isWidget(Map<String, Object> value) throws Broken {
        return WIDGET.containsAll(value.keySet())
                && new Name("Sig").equals(value.get("FT"))
                && value.get("Rect") instanceof List<?> corners
                && corners.stream().allMatch(BigDecimal.ZERO::equals)
                && isNew(value.get("V"))
                && is(objects.get(((Ref) value.get("V")).number()).value(), "DocTimeStamp")
                && isEmpty(value.get("AP"));
    }

    private boolean isEmpty(Object appearance) throws Broken {
        if (appearance == null) {
            return true;
        }
        Object states = isNew(appearance) ? value(appearance) : appearance;
        return states instanceof Map<?, ?> one
                && one.keySet().equals(Set.of("N"))
                && isNew(one.get("N"))
                && value(one.get("N")) instanceof Stream stream
                && isEmptyForm(stream);
    }

    private boolean isNew(Object reference) {
        return reference instanceof Ref ref
                && objects.containsKey(ref.number())
                && !signed.has(ref.number());
    }

    private Object value(Object reference) {
        return objects.get(((Ref) reference).number()).value();
    }

    private static boolean isEmptyForm(Stream stream) {
        return stream.length() == 0 && EMPTY_FORM.containsAll(stream.dictionary().keySet());
    }

    private static boolean is(Object value, String type) {
        Map<?, ?> dictionary =
                value instanceof Stream stream
                        ? stream.dictionary()
                        : value instanceof Map<?, ?> map ? map : Map.of();
        return new Name(type).equals(dictionary.get("Type"));
    }
}
