package org.waymark.bot.card;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shipped Noto fonts. A text is set in the first font of its language that has its letters, so
 * that no machine needs fonts of its own. Safe for use by several threads.
 */
final class CardFonts {

  private static final String LATIN = "NotoSans-Regular.ttf";
  private static final String LATIN_BOLD = "NotoSans-Bold.ttf";

  /** For each writing system a regular font and its bold one; CJK fonts are made bold by Java. */
  private static final List<List<String>> OTHERS =
      List.of(
          List.of("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
          List.of("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
          List.of("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"),
          List.of("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"),
          List.of("NotoSansKR-Regular.otf"),
          List.of("NotoSansSC-Regular.otf"),
          List.of("NotoSansTC-Regular.otf"));

  private static final String TRADITIONAL_CHINESE = "NotoSansTC-Regular.otf";

  private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

  private CardFonts() {}

  /**
   * A text with a font for each of its letters.
   *
   * @param text what to set; must not be empty
   * @param size the size in pixels
   */
  static AttributedString set(
      String text, Locale language, boolean bold, float size, boolean rightToLeft) {
    AttributedString set = new AttributedString(text);
    set.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    List<Font> fonts = fonts(language, bold);
    int start = 0;
    Font font = fontFor(text.codePointAt(0), fonts.getFirst(), fonts);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      Font next = fontFor(c, font, fonts);
      if (!next.equals(font)) {
        set.addAttribute(TextAttribute.FONT, font.deriveFont(size), start, i);
        start = i;
        font = next;
      }
      i += Character.charCount(c);
    }
    set.addAttribute(TextAttribute.FONT, font.deriveFont(size), start, text.length());
    return set;
  }

  /** Whether every letter of a text has a font. */
  static boolean covers(String text, Locale language) {
    List<Font> fonts = fonts(language, false);
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .allMatch(c -> fonts.stream().anyMatch(font -> font.canDisplay(c)));
  }

  /** Spaces and signs stay in the font of the word before them, if it has them. */
  private static Font fontFor(int c, Font current, List<Font> fonts) {
    if (!Character.isLetter(c) && current.canDisplay(c)) {
      return current;
    }
    return fonts.stream().filter(font -> font.canDisplay(c)).findFirst().orElse(current);
  }

  private static List<Font> fonts(Locale language, boolean bold) {
    List<Font> fonts = new ArrayList<>();
    fonts.add(font(bold ? LATIN_BOLD : LATIN));
    if (language.getScript().equals("Hant")) {
      fonts.add(bold ? boldened(TRADITIONAL_CHINESE) : font(TRADITIONAL_CHINESE));
    }
    for (List<String> other : OTHERS) {
      if (bold && other.size() == 1) {
        fonts.add(boldened(other.getFirst()));
      } else {
        fonts.add(font(other.get(bold ? 1 : 0)));
      }
    }
    return fonts;
  }

  private static Font boldened(String file) {
    Font regular = font(file);
    return LOADED.computeIfAbsent(file + " bold", _ -> regular.deriveFont(Font.BOLD));
  }

  private static Font font(String file) {
    Font known = LOADED.get(file);
    if (known != null) {
      return known;
    }
    String path = "static/fonts/" + file;
    try (InputStream in = CardFonts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The font " + path + " is missing from the class path.");
      }
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      LOADED.put(file, font);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + path + " cannot be read.", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + path + " is damaged.", e);
    }
  }
}
