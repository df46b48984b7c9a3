package org.waymark.bot.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** Cards of the shipped catalog at the sample school. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:cards;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "waymark.catalog.overlay=../deploy/sample-school"
    })
@AutoConfigureMockMvc
class CardTest {

  @Autowired private MockMvc web;
  @Autowired private Cards cards;

  @Test
  void aPageSaysItInBothLanguagesWithWhomToAskAndWhen() throws Exception {
    web.perform(get("/card/ar/financial-aid"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "text/html;charset=UTF-8"))
        .andExpect(content().string(containsString("<html lang=\"ar\" dir=\"rtl\">")))
        .andExpect(content().string(containsString("قائمة بالمدارس التي تريدونها")))
        .andExpect(content().string(containsString("A list of the schools you want")))
        .andExpect(content().string(containsString("Daniel Okafor")))
        .andExpect(content().string(containsString("When the school is open")))
        .andExpect(content().string(containsString("<svg ")))
        .andExpect(content().string(containsString("href=\"https://studentaid.gov\"")));
  }

  @Test
  void anEnglishPageSaysItOnce() throws Exception {
    String page =
        web.perform(get("/card/en/financial-aid")).andReturn().getResponse().getContentAsString();
    assertThat(page).doesNotContain("class=\"english\"").containsOnlyOnce("A list of the schools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/card/ar/no-such-intent", "/card/qq/financial-aid", "/card/en/out-of-scope.png"})
  void thereIsNoCardOfNothing(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "ar"})
  void aPictureIsAsWideAsAPhoneAndItsCodesCanBeScanned(String tag) throws Exception {
    byte[] png = cards.picture("child-care", Locale.of(tag)).orElseThrow();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(picture.getWidth()).isEqualTo(1080);
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    // The codes stand below each other; a reader is shown the lower half, as a camera would be.
    int top = picture.getHeight() / 2;
    var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    var lower = source.crop(0, top, picture.getWidth(), picture.getHeight() - top);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(lower))).getText())
        .startsWith("https://");
  }
}
