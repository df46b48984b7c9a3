package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @Test
  void keepsShortNumbersAndHidesLongOnes() {
    assertThat(Words.key("call 911, not 5551234")).isEqualTo("call 911 not #");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "¿Cómo está, MAMÁ?|como esta mama",
        "I don't know|i dont know",
        "I don’t know|i dont know",
        "sooooo tired!!!|soo tired",
        "bghit n9ra 3arabi|bghit n9ra 3arabi",
        "أُرِيدُ المساعدةَ|اريد المساعده",
        "مدرســة|مدرسه",
        "我想学电工|我 想 学 电 工",
        "Tôi muốn đi học|toi muon di hoc",
        "नमस्ते जी|नमस्ते जी",
        "کاغذها می‌خواهم|كاغذها ميخواهم",
        "Й Ё|и е",
        "🙂 ok 🙂|ok"
      })
  void foldsWhatPeopleLeaveOutOnPhones(String text, String expected) {
    assertThat(Words.key(text)).isEqualTo(Words.key(expected)).isEqualTo(expected);
  }
}
