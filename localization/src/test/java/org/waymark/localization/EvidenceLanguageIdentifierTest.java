package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLanguageIdentifierTest {

  private static final Locale SPANISH = Locale.of("es");
  private static final Locale HINDI = Locale.of("hi");
  private static final Locale URDU = Locale.of("ur");

  private final LanguageIdentifier identifier = LanguageIdentifier.standard();

  @ParameterizedTest
  @CsvSource({
    "hola, es",
    "bonjour, fr",
    "salut, fr",
    "привет, ru",
    "привіт, uk",
    "xin chào, vi",
    "bonjou, ht",
    "kumusta po, tl",
    "hello, en",
    "안녕하세요, ko",
    "你好, zh",
    "নমস্কার, bn"
  })
  void recognisesGreetings(String greeting, String tag) {
    assertThat(identifier.identify(greeting)).isEqualTo(certain(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "ምሳ በነጻ ነው ወይስ ይከፈላል, am",
    "學費多少錢, zh-Hant",
    "toi muon hoc nghe lam mong, vi",
    "nao tenho documento posso estudar, pt",
    "bade et3allam englizi 3ashan el sho8l, ar",
    "ami ingreji shikhte chai kothay jabo, bn",
    "malai angreji sikna man cha kaha jane, ne",
    "dokhtaram mikhad parastar shavad chetor, fa"
  })
  void recognisesHowPeopleType(String text, String tag) {
    assertThat(identifier.identify(text)).isEqualTo(certain(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "ምሳሕ ብነጻ ድዩ ወይ ይኽፈሎ, ti, Tigrinya",
    "ค่าเรียนเท่าไหร่, th, Thai",
    "学費はいくらですか, ja, Japanese",
    "မင်္ဂလာပါ, my, Burmese",
    "ਫੀਸ ਕਿੰਨੀ ਹੈ, pa, Punjabi",
    "chcę się nauczyć spawania, pl, Polish",
    "ich möchte schweißen lernen, de, German",
    "kaynakçı olmak istiyorum ne yapmalıyım, tr, Turkish",
    "kuv xav kawm kho tsheb, hmn, Hmong"
  })
  void namesLanguagesThatAreNotServed(String text, String tag, String englishName) {
    assertThat(identifier.identify(text))
        .isEqualTo(new IdentifiedLanguage.Unsupported(tag, englishName));
  }

  @ParameterizedTest
  @ValueSource(strings = {"danke", "ciao", "dzień dobry"})
  void callsFewWordsOfAnotherLanguageNeitherServedNorUnsupported(String text) {
    assertThat(identifier.identify(text))
        .isNotInstanceOf(IdentifiedLanguage.Certain.class)
        .isNotInstanceOf(IdentifiedLanguage.Unsupported.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12345",
        "👍🏽",
        "FAFSA",
        "ok",
        "?!",
        "https://example.org/es/hola",
        "@ana"
      })
  void findsNothingInTextWithoutWords(String text) {
    assertThat(identifier.identify(text)).isEqualTo(new IdentifiedLanguage.Undetermined());
  }

  @ParameterizedTest
  @ValueSource(strings = {"financial aid", "trade school", "community college or trade school"})
  void takesEnglishLoanWordsAloneForEnglish(String text) {
    assertThat(identifier.identify(text)).isEqualTo(certain("en"));
  }

  @ParameterizedTest
  @CsvSource({
    "quiero financial aid para community college, es",
    "magkano po tuition sa trade school, tl",
    "mwen bezwen financial aid pou college, ht",
    "tôi cần financial aid, vi",
    "我想申请 financial aid and community college, zh"
  })
  void looksPastEnglishLoanWords(String text, String tag) {
    assertThat(identifier.identify(text)).isEqualTo(certain(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "ya escribi a maria.thompson@springfieldschools.org y no me contesta, es",
    "no me abre https://www.example.org/how-to-apply-for-the-program que hago, es",
    "@john_smith_the_teacher me dijo que viniera, es",
    "quieroooo estudiaaaar 😀😀 en la nocheee, es"
  })
  void looksPastAddressesAndSigns(String text, String tag) {
    assertThat(identifier.identify(text)).isEqualTo(certain(tag));
  }

  @Test
  void isNotCertainOfAWordThatManyLanguagesShare() {
    assertThat(identifier.identify("no")).isNotInstanceOf(IdentifiedLanguage.Certain.class);
    assertThat(identifier.identify("سلام")).isNotInstanceOf(IdentifiedLanguage.Certain.class);
    assertThat(identifier.identify("नमस्ते")).isNotInstanceOf(IdentifiedLanguage.Certain.class);
  }

  @Test
  void namesTheCandidatesOfWhatIsWrittenTheSameInTwoLanguages() {
    var identified = identifier.identify("mera beta school nahi jata");

    assertThat(identified).isInstanceOf(IdentifiedLanguage.Ambiguous.class);
    assertThat(((IdentifiedLanguage.Ambiguous) identified).candidates()).contains(HINDI, URDU);
  }

  @Test
  void letsTheHintDecideBetweenEquallyLikelyLanguages() {
    var text = "mera beta school nahi jata";

    assertThat(identifier.identify(text, LanguageEvidence.hint(HINDI))).isEqualTo(certain("hi"));
    assertThat(identifier.identify(text, LanguageEvidence.hint(URDU))).isEqualTo(certain("ur"));
  }

  @Test
  void doesNotBelieveAHintAgainstTheText() {
    assertThat(
            identifier.identify(
                "quiero aprender a soldar", LanguageEvidence.hint(Locale.of("en", "US"))))
        .isEqualTo(certain("es"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "ok",
        "hello",
        "thank you",
        "financial aid",
        "привет",
        "5pm tomorrow",
        "trade school o community college",
        "quiero hacer el welding program with a certificate"
      })
  void holdsTheConversationsLanguageAgainstShortAndMixedMessages(String text) {
    assertThat(identifier.identify(text, LanguageEvidence.stored(SPANISH)))
        .isEqualTo(certain("es"));
  }

  @Test
  void changesTheConversationsLanguageForASentence() {
    assertThat(
            identifier.identify(
                "can you please tell me where the office is", LanguageEvidence.stored(SPANISH)))
        .isEqualTo(certain("en"));
    assertThat(
            identifier.identify(
                "здравствуйте как мне записаться на курсы", LanguageEvidence.stored(SPANISH)))
        .isEqualTo(certain("ru"));
    assertThat(identifier.identify("我儿子想学修车怎么报名", LanguageEvidence.stored(SPANISH)))
        .isEqualTo(certain("zh"));
  }

  @Test
  void saysInAConversationThatASentenceIsInALanguageNotServed() {
    assertThat(
            identifier.identify(
                "chciałbym się zapisać na kurs spawania", LanguageEvidence.stored(SPANISH)))
        .isEqualTo(new IdentifiedLanguage.Unsupported("pl", "Polish"));
  }

  @Test
  void understandsRegionsInEvidence() {
    assertThat(
            identifier.identify("ok", new LanguageEvidence(Locale.of("pt", "BR"), Locale.ENGLISH)))
        .isEqualTo(certain("pt"));
  }

  @Test
  void doesNotGuessAtGibberish() {
    assertThat(identifier.identify("xkcd qwrtzp fghjk wvbnm"))
        .isEqualTo(new IdentifiedLanguage.Undetermined());
  }

  @Test
  void survivesAnyText() {
    for (var text :
        List.of(
            "\0",
            "\uD800",
            "hola \uDFFF\uD800 amigo",
            "a".repeat(20_000),
            "q1".repeat(10_000),
            "ﷺ".repeat(20_000),
            "@".repeat(20_000),
            "a.".repeat(10_000) + "com",
            "\u0301".repeat(20_000),
            "क\u094D".repeat(10_000),
            "hola ".repeat(4_000))) {
      Assertions.assertTimeout(Duration.ofSeconds(1), () -> identifier.identify(text));
    }
  }

  @Test
  void learnsALanguageFromSampleLinesOfADirectory(@TempDir Path directory) throws IOException {
    try (var shipped = Languages.class.getResourceAsStream(Languages.FILE)) {
      Files.writeString(
          directory.resolve(Languages.FILE),
          new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
              + "xx\tInvented\tZorbian\tLatn\tltr\t2\tbeta\tunreviewed\n");
    }
    Files.createDirectory(directory.resolve("identification"));
    Files.writeString(
        directory.resolve("identification/xx.txt"),
        """
        zorbu klimat vexo tramni
        quf dralik zorbu nemshi
        vexo klimat poq trumni
        dralik nemshi zaff klimat quf
        poq zorbu tramni vexo
        zaff nemshi dralik zorbu
        klimat quf poq trumni
        vexo zaff dralik nemshi
        tramni zorbu klimat vexo
        quf nemshi trumni zaff
        """);

    var extended = LanguageIdentifier.load(Languages.load(directory), directory);

    assertThat(extended.identify("zorbu tramni quf dralik")).isEqualTo(certain("xx"));
    assertThat(extended.identify("quiero aprender a soldar")).isEqualTo(certain("es"));
  }

  private static IdentifiedLanguage certain(String tag) {
    return new IdentifiedLanguage.Certain(Locale.forLanguageTag(tag));
  }
}
