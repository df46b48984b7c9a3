package org.waymark.bot;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the application cannot start without its database. */
class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {

  private static final int H2_IN_USE = 90020;

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    return cause.getErrorCode() == H2_IN_USE
        ? new FailureAnalysis(
            "Another Waymark uses the database in this directory.",
            "Stop the other one, or start this one in a directory of its own; several at once need"
                + " PostgreSQL (SPRING_DATASOURCE_URL).",
            cause)
        : new FailureAnalysis(
            "The database cannot be opened (" + cause.getSQLState() + ").",
            "Check that it runs and that SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                + " SPRING_DATASOURCE_PASSWORD are right.",
            cause);
  }
}
