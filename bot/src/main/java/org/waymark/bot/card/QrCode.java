package org.waymark.bot.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** An address as a square of dark and light modules, with the quiet zone around it. */
final class QrCode {

  /** The width of the quiet zone in modules, as ISO/IEC 18004 asks for. */
  private static final int QUIET_ZONE = 4;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of an address.
   *
   * @throws IllegalArgumentException if it is too long for a code, over about 2,900 characters
   */
  static QrCode of(String url) {
    try {
      return new QrCode(
          new QRCodeWriter()
              .encode(url, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE)));
    } catch (WriterException e) {
      throw new IllegalArgumentException("The address does not fit into a QR code.", e);
    }
  }

  /** How many modules a side has. */
  int size() {
    return modules.getWidth();
  }

  boolean isDark(int x, int y) {
    return modules.get(x, y);
  }

  /** The dark modules as the path of an SVG picture whose unit is a module. */
  String svgPath() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      for (int x = 0; x < size(); x++) {
        if (isDark(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
