package org.preceptorportal.reports;

import java.util.ArrayList;
import java.util.List;

/** Decides where pages break: what is glued stays together unless it is longer than a page. */
final class Pagination {
    private static final float ROUNDING = .01f;

    /** An atom on its page; {@code top} is its upper edge in points from the page's foot. */
    record Placed(Atom atom, float top) {}

    private Pagination() {}

    static List<List<Placed>> of(Sheet sheet, List<Atom> atoms) {
        List<List<Placed>> pages = new ArrayList<>();
        List<Placed> page = new ArrayList<>();
        pages.add(page);
        float y = Sheet.HEIGHT - sheet.top();
        int i = 0;
        while (i < atoms.size()) {
            int end = i + 1;
            while (end < atoms.size() && atoms.get(end).glued) {
                end++;
            }
            List<Atom> chunk = atoms.subList(i, end);
            boolean fits = y - height(chunk, last(page)) >= sheet.bottom() - ROUNDING;
            boolean fitsOnePage = height(chunk, null) <= sheet.usableHeight() + ROUNDING;
            boolean turn = chunk.get(0).onNewPage || (!fits && fitsOnePage);
            for (Atom atom : chunk) {
                Atom last = last(page);
                if (last != null
                        && (turn || y - height(List.of(atom), last) < sheet.bottom() - ROUNDING)) {
                    page = new ArrayList<>();
                    pages.add(page);
                    y = Sheet.HEIGHT - sheet.top();
                    last = null;
                }
                turn = false;
                if (last == null && atom.head != null) {
                    page.add(new Placed(atom.head, y));
                    y -= atom.head.height;
                }
                if (atom.height > sheet.usableHeight()) {
                    throw new IllegalStateException("A block is taller than a page");
                }
                y -= last == null ? 0 : gap(last, atom);
                page.add(new Placed(atom, y));
                y -= atom.height;
            }
            i = end;
        }
        return pages;
    }

    private static Atom last(List<Placed> page) {
        return page.isEmpty() ? null : page.get(page.size() - 1).atom();
    }

    private static float gap(Atom above, Atom below) {
        return Math.max(above.after, below.before);
    }

    private static float height(List<Atom> chunk, Atom above) {
        float height = 0;
        Atom last = above;
        for (Atom atom : chunk) {
            height += atom.height;
            height += last == null ? (atom.head == null ? 0 : atom.head.height) : gap(last, atom);
            last = atom;
        }
        return height;
    }
}
