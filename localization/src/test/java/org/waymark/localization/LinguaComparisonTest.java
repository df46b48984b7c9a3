package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our table is made from Lingua's counts, so the two must agree on plain sentences. */
class LinguaComparisonTest {

  private static final double AGREEMENT_FLOOR = 0.92;

  @Test
  void agreesWithLinguaOnSentencesInLanguagesThatLinguaKnows() throws IOException {
    var identifier = LanguageIdentifier.standard();
    var known =
        Languages.load().written().stream()
            .map(Language::tag)
            .filter(tag -> !tag.equals("hi") && !tag.equals("ur"))
            .collect(Collectors.toSet());
    var codes =
        Arrays.stream(IsoCode639_1.values())
            .filter(code -> known.contains(code.toString()))
            .toArray(IsoCode639_1[]::new);
    var tagsOfLingua = Arrays.stream(codes).map(IsoCode639_1::toString).collect(Collectors.toSet());
    LanguageDetector lingua =
        LanguageDetectorBuilder.fromIsoCodes639_1(codes).withLowAccuracyMode().build();

    var compared = 0;
    var agreed = 0;
    for (var line : lines()) {
      var cells = line.split("\t", 2);
      if (isPlainSentence(cells[1], tagsOfLingua, cells[0])
          && identifier.identify(cells[1]) instanceof IdentifiedLanguage.Certain(Locale ours)) {
        compared++;
        var theirs = lingua.detectLanguageOf(cells[1]).getIsoCode639_1().toString();
        agreed += ours.toLanguageTag().equals(theirs) ? 1 : 0;
      }
    }

    assertThat(compared).isGreaterThan(100);
    assertThat((double) agreed / compared).isGreaterThanOrEqualTo(AGREEMENT_FLOOR);
  }

  /** Lingua knows neither romanised Arabic, Bengali and Persian nor Vietnamese without marks. */
  private static boolean isPlainSentence(String text, Set<String> tagsOfLingua, String tag) {
    var isAscii = text.chars().allMatch(c -> c < 128);
    return tagsOfLingua.contains(tag)
        && text.split(" ").length >= 5
        && !(isAscii && Set.of("ar", "bn", "fa", "vi").contains(tag));
  }

  private static Iterable<String> lines() throws IOException {
    try (var stream = LinguaComparisonTest.class.getResourceAsStream("messages.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
