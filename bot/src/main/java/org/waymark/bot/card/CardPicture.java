package org.waymark.bot.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.waymark.bot.card.Card.Bilingual;
import org.waymark.bot.card.Card.Page;
import org.waymark.bot.card.Card.Section;

/**
 * Draws a card as a picture as wide as a phone, from top to bottom. All lengths are pixels. Not
 * safe for use by several threads; {@link #png} is.
 */
final class CardPicture {

  private static final int WIDTH = 1080;
  private static final int MARGIN = 56;
  private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;
  private static final int NUMBER_COLUMN = 58;
  private static final int QR_SIDE = 216;

  private static final float TITLE = 54;
  private static final float HEADING = 38;
  private static final float OWN = 34;
  private static final float SMALL = 27;

  private static final Color BAND = new Color(0x0b5c58);
  private static final Color ON_BAND = Color.WHITE;
  private static final Color ON_BAND_SOFT = new Color(0xcfe6e2);
  private static final Color INK = new Color(0x1c2523);
  private static final Color SOFT = new Color(0x4f5d5a);
  private static final Color RULE = new Color(0xc9d2ce);

  private static final Pattern PHONE = Pattern.compile("[(+]?\\d[\\d() .-]{5,}\\d");

  private final Card card;
  private final Graphics2D graphics;
  private float y;

  private CardPicture(Card card, Graphics2D graphics) {
    this.card = card;
    this.graphics = graphics;
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** The card as a PNG picture. */
  static byte[] png(Card card) {
    int height = (int) Math.ceil(draw(card, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    draw(card, image);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Draws on an image, whose size may be too small, and says how high it should be. */
  private static float draw(Card card, BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      CardPicture picture = new CardPicture(card, graphics);
      picture.drawBand();
      for (Section section : card.sections()) {
        picture.drawSection(section);
      }
      picture.drawPages();
      picture.drawFoot();
      return picture.y;
    } finally {
      graphics.dispose();
    }
  }

  private void drawBand() {
    // The height is known once the text is laid out: first measure, then paint over it.
    for (boolean measuring : new boolean[] {true, false}) {
      float bottom = y;
      y = 0;
      if (!measuring) {
        graphics.setColor(BAND);
        graphics.fillRect(0, 0, WIDTH, Math.round(bottom));
      }
      y += 36;
      if (!card.school().isEmpty()) {
        english(card.school(), SMALL, ON_BAND_SOFT, MARGIN, TEXT_WIDTH);
        y += 10;
      }
      own(card.title().own(), true, TITLE, ON_BAND, 0);
      english(card.title().english(), OWN, ON_BAND_SOFT, MARGIN, TEXT_WIDTH);
      y += 32;
    }
    y += 12;
  }

  private void drawSection(Section section) {
    heading(section.heading());
    int number = 1;
    for (Bilingual item : section.items()) {
      float baseline = own(item.own(), false, OWN, INK, NUMBER_COLUMN);
      mark(section.numbered() ? number + "." : "•", baseline);
      english(
          item.english(),
          SMALL,
          SOFT,
          card.rightToLeft() ? MARGIN : MARGIN + NUMBER_COLUMN,
          TEXT_WIDTH - NUMBER_COLUMN);
      y += 14;
      number++;
    }
  }

  private void heading(Bilingual heading) {
    y += 22;
    graphics.setColor(RULE);
    graphics.fillRect(MARGIN, Math.round(y), TEXT_WIDTH, 2);
    y += 18;
    own(heading.own(), true, HEADING, BAND, 0);
    english(heading.english(), SMALL, SOFT, MARGIN, TEXT_WIDTH);
    y += 12;
  }

  private void drawPages() {
    if (card.pages().isEmpty()) {
      return;
    }
    heading(new Bilingual(card.scanHint(), ""));
    for (Page page : card.pages()) {
      float top = y;
      int left = card.rightToLeft() ? WIDTH - MARGIN - QR_SIDE : MARGIN;
      qrCode(page.url(), left, Math.round(top));
      int textLeft = card.rightToLeft() ? MARGIN : MARGIN + QR_SIDE + 24;
      int width = TEXT_WIDTH - QR_SIDE - 24;
      y = top + 36;
      lines(page.label(), Locale.ENGLISH, true, OWN, INK, textLeft, width, false);
      lines(page.url(), Locale.ENGLISH, false, SMALL, SOFT, textLeft, width, false);
      y = Math.max(y, top + QR_SIDE) + 8;
    }
  }

  private void qrCode(String url, int left, int top) {
    QrCode code = QrCode.of(url);
    int module = Math.max(1, QR_SIDE / code.size());
    int inset = (QR_SIDE - module * code.size()) / 2;
    graphics.setColor(Color.BLACK);
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          graphics.fillRect(
              left + inset + column * module, top + inset + row * module, module, module);
        }
      }
    }
  }

  private void drawFoot() {
    y += 20;
    graphics.setColor(RULE);
    graphics.fillRect(MARGIN, Math.round(y), TEXT_WIDTH, 2);
    y += 18;
    own(card.madeOn().own(), false, SMALL, SOFT, 0);
    english(card.madeOn().english(), SMALL, SOFT, MARGIN, TEXT_WIDTH);
    y += 30;
  }

  /** Words in the person's language, indented on the side where their lines begin. */
  private float own(String text, boolean bold, float size, Color color, int indent) {
    int left = card.rightToLeft() ? MARGIN : MARGIN + indent;
    return lines(
        text, card.language(), bold, size, color, left, TEXT_WIDTH - indent, card.rightToLeft());
  }

  private void english(String text, float size, Color color, int left, int width) {
    lines(text, Locale.ENGLISH, false, size, color, left, width, false);
  }

  /** A number or a bullet in the margin of an item. */
  private void mark(String mark, float baseline) {
    TextLayout layout =
        new TextLayout(
            CardFonts.set(mark, Locale.ENGLISH, true, OWN, false).getIterator(),
            graphics.getFontRenderContext());
    graphics.setColor(BAND);
    float x = card.rightToLeft() ? WIDTH - MARGIN - layout.getAdvance() : MARGIN;
    layout.draw(graphics, x, baseline);
  }

  /** A text whose telephone numbers stay on one line. */
  private static String unbroken(String text) {
    return PHONE
        .matcher(text)
        .replaceAll(phone -> phone.group().replace(' ', '\u00a0').replace('-', '\u2011'));
  }

  /**
   * Lines below each other from {@code y} on, none for an empty text; returns the first's baseline.
   */
  private float lines(
      String text,
      Locale language,
      boolean bold,
      float size,
      Color color,
      int left,
      int width,
      boolean rightToLeft) {
    if (text.isBlank()) {
      return y;
    }
    AttributedCharacterIterator set =
        CardFonts.set(unbroken(text), language, bold, size, rightToLeft).getIterator();
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            set, BreakIterator.getLineInstance(language), graphics.getFontRenderContext());
    graphics.setColor(color);
    float firstBaseline = 0;
    while (measurer.getPosition() < set.getEndIndex()) {
      TextLayout line = measurer.nextLayout(width);
      y += line.getAscent();
      if (firstBaseline == 0) {
        firstBaseline = y;
      }
      float x = rightToLeft ? left + width - line.getAdvance() : left;
      line.draw(graphics, x, y);
      y += line.getDescent() + line.getLeading() + size * 0.12f;
    }
    return firstBaseline;
  }
}
