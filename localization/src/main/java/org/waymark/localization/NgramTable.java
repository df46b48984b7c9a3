package org.waymark.localization;

import com.ibm.icu.lang.UScript;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How probable words and sequences of letters are in many languages: one hash table for all of
 * them, because nearly every sequence that occurs in one language occurs in others too.
 *
 * <p>An entry is an {@code int}: {@value #CHECK_BITS} bits of the hash of the sequence, the number
 * of the model, and the rounded logarithm of the probability. Entries whose hashes begin with the
 * same {@value #BUCKET_BITS} bits lie side by side. Immutable.
 */
final class NgramTable {

  /** A language in one of the scripts it is written in. */
  record Model(String tag, int script) {}

  /** The longest sequence of letters that is looked up. */
  static final int LONGEST_NGRAM = 5;

  private static final int BUCKET_BITS = 20;
  private static final int CHECK_BITS = 17;
  private static final int MODEL_BITS = 7;
  private static final int VALUE_BITS = 8;
  private static final double STEP = 0.0625;

  /** What it costs to know a letter only from one preceding letter less. */
  private static final float BACK_OFF = -0.7f;

  /** The logarithm of the probability of a letter that a language does not use. */
  private static final float UNKNOWN_LETTER = -10f;

  /** How much a language's list of words counts against its spelling. */
  private static final double WORD_SHARE = 0.8;

  /** What it costs a word of one or two letters not to be listed: such words are few. */
  private static final float[] SHORT_WORDS = {-3f, -1.5f};

  private static final int WORD_SEED = 0x5bd1e995;

  private final List<Model> models;
  private final int[] bucketStarts;
  private final int[] entries;

  private NgramTable(List<Model> models, int[] bucketStarts, int[] entries) {
    this.models = List.copyOf(models);
    this.bucketStarts = bucketStarts;
    this.entries = entries;
  }

  List<Model> models() {
    return models;
  }

  /** Collects entries; not safe for use by several threads. */
  static final class Builder {

    private final List<Model> models = new ArrayList<>();
    private long[] collected = new long[1 << 16];
    private int size;

    /** Begins a model; what is put from now on belongs to it. */
    void begin(Model model) {
      if (models.size() == 1 << MODEL_BITS) {
        throw new IllegalStateException("More than " + models.size() + " models do not fit");
      }
      models.add(model);
    }

    void putNgram(String ngram, double logProbability) {
      var hash = 0L;
      for (var index = ngram.length() - 1; index >= 0; index--) {
        hash = extend(hash, ngram.charAt(index));
      }
      put(hash, logProbability);
    }

    void putWord(String word, double logProbability) {
      put(wordHash(word), logProbability);
    }

    private void put(long hash, double logProbability) {
      if (size == collected.length) {
        collected = Arrays.copyOf(collected, 2 * size);
      }
      var value = Math.clamp(Math.round(-logProbability / STEP), 0, (1 << VALUE_BITS) - 1);
      var place = finish(hash) >>> (Long.SIZE - BUCKET_BITS - CHECK_BITS);
      collected[size++] =
          place << (MODEL_BITS + VALUE_BITS) | (long) (models.size() - 1) << VALUE_BITS | value;
    }

    NgramTable build() {
      Arrays.parallelSort(collected, 0, size);
      var bucketStarts = new int[(1 << BUCKET_BITS) + 1];
      var entries = new int[size];
      for (var index = 0; index < size; index++) {
        entries[index] = (int) collected[index];
        bucketStarts[(int) (collected[index] >>> Integer.SIZE) + 1]++;
      }
      for (var bucket = 0; bucket < 1 << BUCKET_BITS; bucket++) {
        bucketStarts[bucket + 1] += bucketStarts[bucket];
      }
      return new NgramTable(models, bucketStarts, entries);
    }
  }

  private static long extend(long hash, char letter) {
    return (hash + letter + 1) * 0x9E3779B97F4A7C15L;
  }

  private static long wordHash(String word) {
    var hash = (long) WORD_SEED;
    for (var index = word.length() - 1; index >= 0; index--) {
      hash = extend(hash, word.charAt(index));
    }
    return hash;
  }

  private static long finish(long hash) {
    var mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 29);
  }

  /** The logarithms of the probabilities of a word in each of the models. */
  float[] score(String word) {
    var scores = new float[models.size()];
    var scoredAt = new int[models.size()];
    var hashes = new long[LONGEST_NGRAM + 1];
    for (var end = 1; end <= word.length(); end++) {
      var longest = Math.min(end, LONGEST_NGRAM);
      for (var length = 1; length <= longest; length++) {
        hashes[length] = extend(hashes[length - 1], word.charAt(end - length));
      }
      var penalty = 0f;
      for (var length = longest; length >= 1; length--) {
        scoreNgram(finish(hashes[length]), penalty, end, scores, scoredAt);
        penalty += BACK_OFF;
      }
      for (var model = 0; model < scores.length; model++) {
        if (scoredAt[model] != end) {
          scores[model] += UNKNOWN_LETTER;
        }
      }
    }
    scoreWord(word, scores);
    return scores;
  }

  private void scoreNgram(long hash, float penalty, int end, float[] scores, int[] scoredAt) {
    var bucket = (int) (hash >>> (Long.SIZE - BUCKET_BITS));
    var check = check(hash);
    for (var index = bucketStarts[bucket]; index < bucketStarts[bucket + 1]; index++) {
      var entry = entries[index];
      if (entry >>> (MODEL_BITS + VALUE_BITS) == check) {
        var model = model(entry);
        if (scoredAt[model] != end) {
          scores[model] += Math.max(UNKNOWN_LETTER, logProbability(entry) + penalty);
          scoredAt[model] = end;
        }
      }
    }
  }

  /** A word is either one of those the language's list has, or any other that is spelled so. */
  private void scoreWord(String word, float[] scores) {
    var otherShare =
        (float) Math.log(1 - WORD_SHARE)
            + (word.length() <= SHORT_WORDS.length ? SHORT_WORDS[word.length() - 1] : 0);
    for (var model = 0; model < scores.length; model++) {
      scores[model] += otherShare;
    }
    var hash = finish(wordHash(word));
    var bucket = (int) (hash >>> (Long.SIZE - BUCKET_BITS));
    var check = check(hash);
    for (var index = bucketStarts[bucket]; index < bucketStarts[bucket + 1]; index++) {
      var entry = entries[index];
      if (entry >>> (MODEL_BITS + VALUE_BITS) == check) {
        var model = model(entry);
        scores[model] =
            (float)
                Math.log(WORD_SHARE * Math.exp(logProbability(entry)) + Math.exp(scores[model]));
      }
    }
  }

  private static int check(long hash) {
    return (int) (hash >>> (Long.SIZE - BUCKET_BITS - CHECK_BITS)) & ((1 << CHECK_BITS) - 1);
  }

  private static int model(int entry) {
    return (entry >>> VALUE_BITS) & ((1 << MODEL_BITS) - 1);
  }

  private static float logProbability(int entry) {
    return (float) -STEP * (entry & ((1 << VALUE_BITS) - 1));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(models.size());
    for (var model : models) {
      out.writeUTF(model.tag());
      out.writeUTF(UScript.getShortName(model.script()));
    }
    out.writeInt(entries.length);
    writeInts(out, bucketStarts);
    writeInts(out, entries);
  }

  static NgramTable read(DataInputStream in) throws IOException {
    var models = new ArrayList<Model>();
    var modelCount = in.readInt();
    for (var model = 0; model < modelCount; model++) {
      models.add(new Model(in.readUTF(), WritingSystem.ofCode(in.readUTF())));
    }
    var entryCount = in.readInt();
    var bucketStarts = readInts(in, (1 << BUCKET_BITS) + 1);
    return new NgramTable(models, bucketStarts, readInts(in, entryCount));
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    out.write(bytes.array());
  }

  private static int[] readInts(DataInputStream in, int count) throws IOException {
    var values = new int[count];
    var bytes = new byte[1 << 16];
    var done = 0;
    while (done < count) {
      var chunk = Math.min(count - done, bytes.length / Integer.BYTES);
      in.readFully(bytes, 0, chunk * Integer.BYTES);
      ByteBuffer.wrap(bytes).asIntBuffer().get(values, done, chunk);
      done += chunk;
    }
    return values;
  }
}
