package org.waymark.bot.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells calls that failed before there was a connection from those that failed on one: the former
 * end with a {@link ConnectException}, because nothing was sent.
 */
final class ConnectionGuard {

  private ConnectionGuard() {}

  /** Adds the guard to a client. */
  static OkHttpClient.Builder on(OkHttpClient.Builder client) {
    return client
        .addInterceptor(ConnectionGuard::call)
        .addNetworkInterceptor(ConnectionGuard::connected);
  }

  private static Response call(Interceptor.Chain chain) throws IOException {
    AtomicBoolean connected = new AtomicBoolean();
    Request request = chain.request().newBuilder().tag(AtomicBoolean.class, connected).build();
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      if (connected.get()) {
        throw e;
      }
      ConnectException unconnected = new ConnectException("There was no connection.");
      unconnected.initCause(e);
      throw unconnected;
    }
  }

  private static Response connected(Interceptor.Chain chain) throws IOException {
    AtomicBoolean connected = chain.request().tag(AtomicBoolean.class);
    if (connected != null) {
      connected.set(true);
    }
    return chain.proceed(chain.request());
  }
}
