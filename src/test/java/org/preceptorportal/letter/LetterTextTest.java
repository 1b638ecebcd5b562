package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.reports.Bullets;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Run;

/** LT-5: what an editor or a paste sends becomes a few plain shapes, and nothing else survives. */
class LetterTextTest {
    @Test
    void keepsParagraphsBoldItalicAndLists() {
        LetterText text =
                LetterText.parse(
                        "<p>She is <b>very</b> <i>good</i>.</p><ul><li>kind</li><li>exact</li></ul><ol><li>first</li></ol>");
        assertThat(text.body().blocks())
                .containsExactly(
                        new Paragraph(
                                List.of(
                                        Run.of("She is "),
                                        new Run("very", true, false),
                                        Run.of(" "),
                                        new Run("good", false, true),
                                        Run.of("."))),
                        new Bullets(
                                false, List.of(List.of(Run.of("kind")), List.of(Run.of("exact")))),
                        new Bullets(true, List.of(List.of(Run.of("first")))));
        assertThat(text.words()).isEqualTo(7);
    }

    @Test
    void writesItselfInAFormThatReadsBackAlike() {
        String html =
                clean(
                        "<div>A &amp; B &lt;c&gt;<br>second <strong><em>both</em></strong></div><ul><li>x</li></ul>");
        assertThat(html)
                .isEqualTo(
                        "<p>A &amp; B &lt;c&gt;<br>second <strong><em>both</em></strong></p><ul><li>x</li></ul>");
        assertThat(clean(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>p{color:red}</style>",
                "<iframe src=//evil></iframe>",
                "<svg><script>alert(1)</script><text>x</text></svg>",
                "<math><mtext>x</mtext></math>",
                "<object data=x>y</object>",
                "<template><b>x</b></template>",
                "<textarea>x</textarea>",
                "<!-- x -->",
                "<p></p>",
                "<p><br></p>",
                "<p>&nbsp;</p>",
                "<ul><li> </li></ul>",
                "   ",
                ""
            })
    void keepsNothingOfWhatIsNoProse(String html) {
        assertThat(LetterText.parse(html).isEmpty()).isTrue();
        assertThat(clean(html)).isEmpty();
    }

    @Test
    void readsNothingAsEmpty() {
        assertThat(LetterText.parse(null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=alert(1)>Hello</p>",
                "<p style='background:url(//evil)'>Hello</p>",
                "<p class=x id=y data-z=1>Hello</p>",
                "<a href='javascript:alert(1)'>Hello</a>",
                "<p>Hello<img src=x onerror=alert(1)></p>",
                "<p>Hel<script>alert(1)</script>lo</p>",
                "<p>Hello<math><mi//xlink:href='data:x,<script>alert(1)</script>'></p>",
                "<span><o:p></o:p>Hello</span>"
            })
    void stripsEverythingButTheWords(String html) {
        assertThat(clean(html)).isEqualTo("<p>Hello</p>");
    }

    @Test
    void keepsMarkupThatWasTypedAsWords() {
        assertThat(clean("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"))
                .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    @Test
    void readsStylesOfWordProcessorsAsBoldAndItalic() {
        assertThat(
                        clean(
                                "<p><span style='font-weight:700'>bold</span> <span style=\"font-style: italic\">slanted</span></p>"))
                .isEqualTo("<p><strong>bold</strong> <em>slanted</em></p>");
        assertThat(clean("<b style='font-weight:normal'><p>plain</p></b>"))
                .isEqualTo("<p>plain</p>");
    }

    @Test
    void readsListsThatWordWroteAsParagraphs() {
        String word =
                "<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'>"
                        + "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·"
                        + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Takes a history<o:p></o:p></p>"
                        + "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>"
                        + "<span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Presents <b>well</b></p>"
                        + "<p class=MsoNormal>After</p>"
                        + "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>One</p>";
        assertThat(clean(word))
                .isEqualTo(
                        "<ul><li>Takes a history</li><li>Presents <strong>well</strong></li></ul><p>After</p><ol><li>One</li></ol>");
    }

    @Test
    void flattensNestedLists() {
        assertThat(clean("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"))
                .isEqualTo("<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>");
    }

    @Test
    void readsTwoBreaksAsANewParagraph() {
        assertThat(clean("one<br><br>two<br>three<br>")).isEqualTo("<p>one</p><p>two<br>three</p>");
    }

    @Test
    void readsTablesAndHeadingsAsParagraphs() {
        assertThat(clean("<h2>Head</h2><table><tr><td>a</td><td>b</td></tr></table>"))
                .isEqualTo("<p><strong>Head</strong></p><p>a</p><p>b</p>");
    }

    @Test
    void dropsInvisibleCharactersThatMayDeceive() {
        assertThat(clean("<p>a\u202Eb\u200Bc\u00ADd\u0007e\uFEFF</p>")).isEqualTo("<p>abcde</p>");
    }

    @Test
    void keepsWordsOfAnyScript() {
        assertThat(clean("<p>سلام Nguyễn می\u200Cخواهم</p>"))
                .isEqualTo("<p>سلام Nguyễn می\u200Cخواهم</p>");
    }

    @Test
    void refusesMoreThanALetterHolds() {
        String most = "<p>" + "a".repeat(LetterText.LONGEST) + "</p>";
        assertThat(LetterText.parse(most).isEmpty()).isFalse();
        assertThatThrownBy(() -> LetterText.parse(most + "<p>b</p>"))
                .isInstanceOf(LetterTooLong.class);
    }

    private static String clean(String html) {
        return LetterText.parse(html).html();
    }
}
