package org.waymark.bot.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.waymark.bot.channel.ChatAddress;

/**
 * Runs work one piece at a time per chat, and different chats side by side on virtual threads.
 * Waking a lane that runs makes it look once more when it is done, so no wake-up is lost.
 */
final class Lanes implements AutoCloseable {

  private final Work work;
  private final Semaphore atOnce;
  private final Map<ChatAddress, Boolean> running = new HashMap<>();
  private final ExecutorService threads;

  /** What a lane does; it is called again until it says that nothing is left. */
  interface Work {
    /** Does the next piece of a chat's work. Returns whether there was one. */
    boolean next(ChatAddress chat) throws InterruptedException;
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
        boolean more = true;
        while (more && !threads.isShutdown()) {
          atOnce.acquire();
          try {
            more = work.next(chat);
          } finally {
            atOnce.release();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      forget(chat);
    } catch (RuntimeException | Error e) {
      forget(chat);
      throw e;
    }
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
