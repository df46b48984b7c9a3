package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.intents.catalog.EmergencyPhrases;
import org.waymark.intents.catalog.Utterances.Line;

class EmergencyScreenTest {

  private final EmergencyScreen screen =
      new EmergencyScreen(
          new EmergencyPhrases(
              lines("want to die", "suicide", "he hits me", "اريد ان اموت", "죽고싶"),
              lines("homework about suicide", "i want to die laughing")));

  private static List<Line> lines(String... texts) {
    return Stream.of(texts).map(text -> new Line(text, "xx/emergency.yaml", 1)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to die",
        "i WANT   to... die!!",
        "sucide",
        "my friend talks of suicidde",
        "when he drinks he hits me",
        "أريد أن أموت",
        "واريد ان اموت",
        "요즘 그냥 죽고 싶어요",
        "진짜죽고싶다ㅠㅠ"
      })
  void findsDangerHoweverItIsTyped(String text) {
    assertThat(screen.find(text, 1)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "i want to dye my hair",
        "my homework about suicide prevention is late",
        "i want to die laughing",
        "he hit me up on facebook"
      })
  void staysCalmWhereThereIsNone(String text) {
    assertThat(screen.find(text, 1)).isEmpty();
  }

  @Test
  void findsDangerBesideAHarmlessUse() {
    assertThat(screen.find("homework about suicide makes me want to die", 1))
        .hasValue("want to die");
  }
}
