package org.waymark.bot.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** Empty databases of both kinds with the current schema. */
public final class TestDatabases {

  private TestDatabases() {}

  /** A new H2 database in memory, in the mode the application uses. */
  public static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    return migrated(source);
  }

  /** A new database on a PostgreSQL server that is started once for all tests. */
  public static DataSource postgres() {
    return migrated(Server.POSTGRES.getPostgresDatabase());
  }

  /** The address of the PostgreSQL server's default database. */
  public static String postgresUrl() {
    return Server.POSTGRES.getJdbcUrl("postgres", "postgres");
  }

  private static DataSource migrated(DataSource source) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .cleanDisabled(false)
            .locations("classpath:db/migration")
            .load();
    flyway.clean();
    flyway.migrate();
    return source;
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start.", e);
      }
    }
  }
}
