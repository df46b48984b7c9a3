package org.waymark.bot.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.bot.channel.ChatAddress;

/**
 * Runs work one piece at a time per chat, and different chats side by side on virtual threads.
 * Waking a lane that runs makes it look once more when it is done, so no wake-up is lost. A lane
 * that pauses takes no other lane's place.
 */
final class Lanes implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final Work work;
  private final Semaphore atOnce;
  private final Map<ChatAddress, Boolean> running = new HashMap<>();
  private final ExecutorService threads;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What a lane does; it is called again until it says that nothing is left. */
  interface Work {
    /**
     * Does the next piece of a chat's work. Returns how long to pause before looking for the one
     * after it; empty if there is nothing to do now.
     */
    Optional<Duration> next(ChatAddress chat);
  }

  Lanes(String name, int atOnce, Work work) {
    this.work = work;
    this.atOnce = new Semaphore(atOnce);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
  }

  /** Sees to it that a chat's work is looked at. */
  void wake(ChatAddress chat) {
    synchronized (running) {
      if (running.put(chat, true) != null || threads.isShutdown()) {
        return;
      }
    }
    threads.execute(() -> run(chat));
  }

  private void run(ChatAddress chat) {
    try {
      while (true) {
        synchronized (running) {
          if (!running.getOrDefault(chat, false)) {
            running.remove(chat);
            return;
          }
          running.put(chat, false);
        }
        Optional<Duration> pause = Optional.of(Duration.ZERO);
        while (pause.isPresent() && !closesWithin(pause.get())) {
          atOnce.acquire();
          try {
            pause = work.next(chat);
          } finally {
            atOnce.release();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      forget(chat);
    } catch (RuntimeException e) {
      forget(chat);
      log.warn(
          "The work of a chat on {} stopped and is taken up again later ({}).",
          chat.channel(),
          e.getClass().getSimpleName());
      log.debug("Stack trace of the work that stopped", e);
    } catch (Error e) {
      forget(chat);
      throw e;
    }
  }

  private boolean closesWithin(Duration pause) throws InterruptedException {
    return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void forget(ChatAddress chat) {
    synchronized (running) {
      running.remove(chat);
    }
  }

  /**
   * Lets running work end, at most 20 seconds long. What is left is found again at the next start.
   */
  @Override
  public void close() {
    closing.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
