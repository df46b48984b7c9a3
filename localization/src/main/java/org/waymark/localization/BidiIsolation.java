package org.waymark.localization;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;

/**
 * Keeps text of one direction in its place inside text of the other, with the invisible characters
 * FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
 */
final class BidiIsolation {

  static final char FIRST_STRONG_ISOLATE = '\u2068';
  static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private BidiIsolation() {}

  /** The pattern with every argument and every plural number isolated. */
  static String isolateArguments(String pattern) {
    var parsed = new MessagePattern(pattern);
    var isolated = new StringBuilder(pattern);
    for (var index = parsed.countParts() - 1; index >= 0; index--) {
      var part = parsed.getPart(index);
      switch (part.getType()) {
        case REPLACE_NUMBER -> insertAround(isolated, part.getIndex(), part.getLimit());
        case ARG_START -> {
          if (part.getArgType() == ArgType.NONE || part.getArgType() == ArgType.SIMPLE) {
            var end = parsed.getPart(parsed.getLimitPartIndex(index));
            insertAround(isolated, part.getIndex(), end.getLimit());
          }
        }
        default -> {}
      }
    }
    return isolated.toString();
  }

  private static void insertAround(StringBuilder text, int start, int limit) {
    text.insert(limit, POP_DIRECTIONAL_ISOLATE).insert(start, FIRST_STRONG_ISOLATE);
  }

  /** The argument, isolated if it is a text that contains right-to-left letters. */
  static Object isolateRightToLeft(Object argument) {
    return argument instanceof CharSequence text && hasRightToLeftLetter(text)
        ? FIRST_STRONG_ISOLATE + text.toString() + POP_DIRECTIONAL_ISOLATE
        : argument;
  }

  private static boolean hasRightToLeftLetter(CharSequence text) {
    return text.codePoints()
        .map(UCharacter::getDirection)
        .anyMatch(
            direction ->
                direction == UCharacterDirection.RIGHT_TO_LEFT
                    || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC);
  }
}
