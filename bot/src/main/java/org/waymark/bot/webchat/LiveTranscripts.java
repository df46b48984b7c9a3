package org.waymark.bot.webchat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.waymark.bot.channel.Transcripts;
import org.waymark.bot.webchat.WebChatController.Line;

/**
 * Sends each page what is new in its conversation as soon as it is committed. Each page has a
 * thread of its own, so that a slow one holds up nothing else.
 */
@Component
class LiveTranscripts implements SmartLifecycle {

  /** How many pages may follow a conversation; one more ends the oldest. */
  static final int MOST_FOLLOWERS = 5;

  private static final long FOREVER = 0;
  private static final long PING_SECONDS = 20;

  private final Map<String, List<Follower>> followers = new ConcurrentHashMap<>();
  private volatile boolean running;

  /** Reads the lines of a conversation after a number. */
  interface Lines {
    List<Line> after(String conversation, long seq);
  }

  private final class Follower implements Runnable {
    private final String conversation;
    private final SseEmitter emitter;
    private final Lines lines;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean ended;
    private long seq;

    private Follower(String conversation, SseEmitter emitter, Lines lines, long seq) {
      this.conversation = conversation;
      this.emitter = emitter;
      this.lines = lines;
      this.seq = seq;
    }

    /** Sends lines when woken; in between, pings keep proxies from closing the connection. */
    @Override
    public void run() {
      try {
        sendLines();
        while (!ended) {
          if (wakeUps.tryAcquire(PING_SECONDS, TimeUnit.SECONDS)) {
            wakeUps.drainPermits();
            sendLines();
          } else {
            emitter.send(SseEmitter.event().comment("still here"));
          }
        }
      } catch (IOException | RuntimeException e) {
        // The page reconnects and reads what it missed.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        forget(this);
        emitter.complete();
      }
    }

    private void sendLines() throws IOException {
      for (Line line : ended ? List.<Line>of() : lines.after(conversation, seq)) {
        emitter.send(SseEmitter.event().id(Long.toString(line.seq())).name("message").data(line));
        seq = line.seq();
      }
    }

    private void wake() {
      wakeUps.release();
    }

    private void end() {
      ended = true;
      wake();
    }
  }

  /** Follows a conversation from a number on; what is there already is sent at once. */
  SseEmitter follow(String conversation, long after, Lines lines) {
    SseEmitter emitter = new SseEmitter(FOREVER);
    Follower follower = new Follower(conversation, emitter, lines, after);
    emitter.onCompletion(follower::end);
    emitter.onTimeout(follower::end);
    emitter.onError(_ -> follower.end());
    followers.compute(conversation, (_, all) -> with(follower, all));
    Thread.ofVirtual().name("follower").start(follower);
    return emitter;
  }

  private static List<Follower> with(Follower follower, @Nullable List<Follower> others) {
    List<Follower> all = others == null ? new CopyOnWriteArrayList<>() : others;
    if (all.size() >= MOST_FOLLOWERS) {
      all.removeFirst().end();
    }
    all.add(follower);
    return all;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void grown(Transcripts.Grown event) {
    followers.getOrDefault(event.conversation(), List.of()).forEach(Follower::wake);
  }

  private void forget(Follower follower) {
    followers.computeIfPresent(
        follower.conversation,
        (_, all) -> {
          all.remove(follower);
          return all.isEmpty() ? null : all;
        });
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends the connections, so that stopping does not wait for them. */
  @Override
  public void stop() {
    running = false;
    followers.values().forEach(all -> all.forEach(Follower::end));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE; // before the web server's graceful stop, which waits for requests
  }
}
