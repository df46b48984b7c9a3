package org.waymark.bot.webchat;

/** Removes what no database and no chat can hold: NUL and halves of surrogate pairs. */
final class PlainCharacters {

  private PlainCharacters() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
