package org.waymark.bot;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.waymark.bot.command.CommandLineTool;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.IntentRecognizer;
import org.waymark.localization.LanguageIdentifier;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;

/** The running application, and the objects of the two libraries that it shares. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Waymark {

  private static final Logger log = LoggerFactory.getLogger(Waymark.class);

  /** Runs the command that the arguments name; without one it serves until it is stopped. */
  public static void main(String[] arguments) {
    if (CommandLineTool.handles(arguments)) {
      System.exit(CommandLineTool.run(arguments, Waymark.class));
    }
    try {
      SpringApplication.run(Waymark.class, arguments);
    } catch (RuntimeException e) {
      // Spring Boot has already said why; a stack trace would only hide it.
      System.exit(1);
    }
  }

  /** Tells the person who started it where to look. */
  @EventListener
  void announce(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null) {
      log.info("Waymark answers at http://localhost:{}/", event.getWebServer().getPort());
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Languages languages() {
    return Languages.load();
  }

  @Bean
  Messages messages() {
    return Messages.load();
  }

  @Bean
  LanguageIdentifier languageIdentifier() {
    return LanguageIdentifier.standard();
  }

  @Bean
  IntentCatalog intentCatalog() {
    return IntentCatalog.loadAnswers(CatalogFiles.shipped());
  }

  @Bean
  IntentRecognizer intentRecognizer(IntentCatalog catalog) {
    return IntentRecognizer.shipped(catalog);
  }
}
