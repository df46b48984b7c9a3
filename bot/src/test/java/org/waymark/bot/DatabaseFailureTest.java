package org.waymark.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFailureTest {

  private final DatabaseFailure analyzer = new DatabaseFailure();

  @Test
  void saysThatAnotherInstanceRunsHere() {
    var analysis =
        analyzer.analyze(new IllegalStateException(new SQLException("in use", "90020", 90020)));
    assertThat(analysis.getDescription())
        .isEqualTo("Another Waymark uses the database in this directory.");
    assertThat(analysis.getAction()).startsWith("Stop the other one");
  }

  @Test
  void saysWhatToCheckWhereTheDatabaseIsDown() {
    var analysis =
        analyzer.analyze(
            new IllegalStateException(new SQLException("Connection refused", "08001")));
    assertThat(analysis.getDescription()).isEqualTo("The database cannot be opened (08001).");
    assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
  }
}
