package org.preceptorportal.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads PDF objects strictly: no key twice in a dictionary, no escapes in names, nothing deeper
 * than {@link #DEEPEST}. Dictionaries become maps, arrays lists, strings Java strings of their
 * bytes, numbers are compared by value.
 */
final class Syntax {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 24;

    /** A name without its slash. */
    record Name(String text) {}

    /** A reference to an indirect object; generations other than 0 are refused. */
    record Ref(int number) {}

    /** The word {@code null}. */
    enum Nothing {
        NULL
    }

    /** A stream's dictionary and where its bytes stand. */
    record Stream(Map<String, Object> dictionary, int start, int length) {}

    /** An indirect object and where its number stands. */
    record Indirect(int number, int at, Object value) {}

    private final byte[] bytes;
    private final int limit;
    private int at;

    Syntax(byte[] bytes, int at, int limit) throws Broken {
        this.bytes = bytes;
        this.at = at;
        this.limit = limit;
        if (at < 0 || at > limit || limit > bytes.length) {
            throw new Broken("a place outside the file");
        }
    }

    int at() {
        return at;
    }

    void skipSpace() {
        while (at < limit && isSpace(bytes[at])) {
            at++;
        }
    }

    /** Steps over a word if it stands here, after white space. */
    boolean take(String word) {
        skipSpace();
        if (!SignedRange.text(bytes, at, Math.min(limit, at + word.length())).equals(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    void need(String word) throws Broken {
        if (!take(word)) {
            throw new Broken("expected " + word + " at " + at);
        }
    }

    int integer() throws Broken {
        skipSpace();
        int start = at;
        while (at < limit && isDigit(bytes[at]) && at - start < 11) {
            at++;
        }
        try {
            return Integer.parseInt(SignedRange.text(bytes, start, at));
        } catch (NumberFormatException e) {
            throw new Broken("expected a number at " + start);
        }
    }

    /** The end of a line, of either kind, right here. */
    void needLineEnd() throws Broken {
        if (at < limit && bytes[at] == '\r') {
            at++;
        }
        if (at >= limit || bytes[at] != '\n') {
            throw new Broken("expected the end of a line at " + at);
        }
        at++;
    }

    /** Steps over one line end if there is one. */
    void takeLineEnd() {
        if (at < limit && bytes[at] == '\r') {
            at++;
        }
        if (at < limit && bytes[at] == '\n') {
            at++;
        }
    }

    /**
     * @param lengths finds out an indirect length; null: a length must stand in the dictionary
     */
    Indirect indirect(Lengths lengths) throws Broken {
        skipSpace();
        int start = at;
        int number = integer();
        if (integer() != 0) {
            throw new Broken("an object's generation is not 0");
        }
        need("obj");
        Object value = object(0);
        if (take("stream")) {
            if (!(value instanceof Map<?, ?>)) {
                throw new Broken("a stream without dictionary");
            }
            Map<String, Object> dictionary = map(value);
            needLineEnd();
            int length = length(dictionary.get("Length"), lengths);
            if (length < 0 || length > limit - at) {
                throw new Broken("a stream longer than its file");
            }
            value = new Stream(dictionary, at, length);
            at += length;
            need("endstream");
        }
        need("endobj");
        return new Indirect(number, start, value);
    }

    /** Where an indirect length can be looked up. */
    interface Lengths {
        Object get(int number) throws Broken;
    }

    private static int length(Object length, Lengths lengths) throws Broken {
        Object direct =
                length instanceof Ref ref && lengths != null ? lengths.get(ref.number()) : length;
        return integer(direct);
    }

    /** An object that must be a whole number. */
    static int integer(Object value) throws Broken {
        try {
            if (value instanceof BigDecimal number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException e) {
            throw new Broken("a number too large or not whole");
        }
        throw new Broken("expected a whole number");
    }

    /** An object that must be a dictionary. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) throws Broken {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new Broken("expected a dictionary");
    }

    Object object() throws Broken {
        return object(0);
    }

    private Object object(int depth) throws Broken {
        if (depth > DEEPEST) {
            throw new Broken("objects nested too deeply");
        }
        skipSpace();
        if (at >= limit) {
            throw new Broken("the file ends inside an object");
        }
        switch (bytes[at]) {
            case '/':
                return new Name(name());
            case '(':
                return literal();
            case '[':
                return array(depth);
            case '<':
                return at + 1 < limit && bytes[at + 1] == '<' ? dictionary(depth) : hexadecimal();
            default:
                return word();
        }
    }

    private Object word() throws Broken {
        if (isDigit(bytes[at]) || bytes[at] == '+' || bytes[at] == '-' || bytes[at] == '.') {
            return number();
        }
        if (take("true")) {
            return Boolean.TRUE;
        }
        if (take("false")) {
            return Boolean.FALSE;
        }
        if (take("null")) {
            return Nothing.NULL;
        }
        throw new Broken("no object at " + at);
    }

    private Object number() throws Broken {
        int start = at;
        at++;
        while (at < limit && (isDigit(bytes[at]) || bytes[at] == '.')) {
            at++;
        }
        String text = SignedRange.text(bytes, start, at);
        if (text.length() > LONGEST_NUMBER) {
            throw new Broken("a number too long at " + start);
        }
        int after = at;
        if (text.matches("\\d{1,9}") && reference()) {
            return new Ref(Integer.parseInt(text));
        }
        at = after;
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw new Broken("no number at " + start);
        }
    }

    /** Whether {@code 0 R} follows. */
    private boolean reference() {
        skipSpace();
        if (at >= limit || bytes[at] != '0') {
            return false;
        }
        at++;
        if (at >= limit || !isSpace(bytes[at])) {
            return false;
        }
        skipSpace();
        if (at >= limit || bytes[at] != 'R' || at + 1 < limit && !isDelimiter(bytes[at + 1])) {
            return false;
        }
        at++;
        return true;
    }

    private String name() throws Broken {
        int start = ++at;
        while (at < limit && !isDelimiter(bytes[at])) {
            if (bytes[at] == '#') {
                throw new Broken("an escape in a name at " + at);
            }
            at++;
        }
        return SignedRange.text(bytes, start, at);
    }

    private List<Object> array(int depth) throws Broken {
        at++;
        List<Object> elements = new ArrayList<>();
        while (!take("]")) {
            elements.add(object(depth + 1));
        }
        return elements;
    }

    private Map<String, Object> dictionary(int depth) throws Broken {
        at += 2;
        Map<String, Object> entries = new LinkedHashMap<>();
        while (!take(">>")) {
            if (at >= limit || bytes[at] != '/') {
                throw new Broken("no key at " + at);
            }
            String key = name();
            if (entries.put(key, object(depth + 1)) != null) {
                throw new Broken("a key twice in one dictionary: " + key);
            }
        }
        return entries;
    }

    private String hexadecimal() throws Broken {
        StringBuilder digits = new StringBuilder();
        for (at++; at < limit && bytes[at] != '>'; at++) {
            if (!isSpace(bytes[at])) {
                digits.append((char) (bytes[at] & 0xff));
            }
        }
        at++;
        if (digits.length() % 2 == 1) {
            digits.append('0');
        }
        try {
            byte[] decoded = java.util.HexFormat.of().parseHex(digits);
            return SignedRange.text(decoded, 0, decoded.length);
        } catch (IllegalArgumentException e) {
            throw new Broken("no hexadecimal string before " + at);
        }
    }

    private String literal() throws Broken {
        StringBuilder text = new StringBuilder();
        int open = 0;
        while (at < limit) {
            int c = bytes[at++] & 0xff;
            if (c == '\\') {
                escape(text);
                continue;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return text.substring(1);
            }
            text.append((char) c);
        }
        throw new Broken("a string without end");
    }

    private void escape(StringBuilder text) throws Broken {
        if (at >= limit) {
            throw new Broken("a string without end");
        }
        int c = bytes[at++] & 0xff;
        int named = "nrtbf".indexOf(c);
        if (named >= 0) {
            text.append("\n\r\t\b\f".charAt(named));
        } else if (c >= '0' && c <= '7') {
            int code = c - '0';
            for (int i = 0; i < 2 && at < limit && bytes[at] >= '0' && bytes[at] <= '7'; i++) {
                code = code * 8 + bytes[at++] - '0';
            }
            text.append((char) (code & 0xff));
        } else if (c == '\r' || c == '\n') {
            if (c == '\r' && at < limit && bytes[at] == '\n') {
                at++;
            }
        } else {
            text.append((char) c);
        }
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isDelimiter(byte b) {
        return isSpace(b) || "()<>[]{}/%".indexOf(b) >= 0;
    }
}
