package org.waymark.bot.webchat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.waymark.bot.channel.Transcripts;
import org.waymark.bot.webchat.WebChatController.Line;

/** Sends each page what is new in its conversation as soon as it is committed. */
@Component
class LiveTranscripts implements SmartLifecycle {

  private static final long FOREVER = 0;

  private final Map<String, List<Follower>> followers = new ConcurrentHashMap<>();
  private volatile boolean running;

  /** Reads the lines of a conversation after a number. */
  interface Lines {
    List<Line> after(String conversation, long seq);
  }

  private static final class Follower {
    private final SseEmitter emitter;
    private final Lines lines;
    private long seq;

    private Follower(SseEmitter emitter, Lines lines, long seq) {
      this.emitter = emitter;
      this.lines = lines;
      this.seq = seq;
    }

    private synchronized void send(String conversation) throws IOException {
      for (Line line : lines.after(conversation, seq)) {
        emitter.send(SseEmitter.event().id(Long.toString(line.seq())).name("message").data(line));
        seq = line.seq();
      }
    }

    private synchronized void ping() throws IOException {
      emitter.send(SseEmitter.event().comment("still here"));
    }
  }

  /** Follows a conversation from a number on; what is there already is sent at once. */
  SseEmitter follow(String conversation, long after, Lines lines) {
    SseEmitter emitter = new SseEmitter(FOREVER);
    Follower follower = new Follower(emitter, lines, after);
    followers.computeIfAbsent(conversation, _ -> new CopyOnWriteArrayList<>()).add(follower);
    Runnable gone = () -> forget(conversation, follower);
    emitter.onCompletion(gone);
    emitter.onTimeout(gone);
    emitter.onError(_ -> gone.run());
    deliver(conversation, follower);
    return emitter;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void grown(Transcripts.Grown event) {
    for (Follower follower : followers.getOrDefault(event.conversation(), List.of())) {
      deliver(event.conversation(), follower);
    }
  }

  private void deliver(String conversation, Follower follower) {
    try {
      follower.send(conversation);
    } catch (IOException | IllegalStateException e) {
      forget(conversation, follower); // the page reconnects and reads what it missed
    }
  }

  /** Keeps connections open through proxies, and finds those that are gone. */
  @Scheduled(fixedDelay = 20_000)
  void ping() {
    followers.forEach(
        (conversation, all) -> {
          for (Follower follower : all) {
            try {
              follower.ping();
            } catch (IOException | IllegalStateException e) {
              forget(conversation, follower);
            }
          }
        });
  }

  private void forget(String conversation, Follower follower) {
    followers.computeIfPresent(
        conversation,
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
    followers.values().forEach(all -> all.forEach(follower -> follower.emitter.complete()));
    followers.clear();
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
