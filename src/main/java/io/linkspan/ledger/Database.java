package io.linkspan.ledger;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to the database: every failure of it comes out as {@link DatabaseUnavailable}. */
public final class Database {
    private static final int TRIES = 8;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** On a data source whose migrations have run. */
    public Database(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** The statements; to be used within {@link #call} or {@link #transact}. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Runs a single statement. */
    public <T> T call(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataAccessException | TransactionException failed) {
            throw unavailable(failed);
        }
    }

    /** Runs several statements wholly or not at all. */
    public <T> T transact(Supplier<T> statements) {
        return call(() -> inTransaction(statements));
    }

    /**
     * Like {@link #transact}, and again from the beginning where somebody else wrote the same rows meanwhile: on a
     * unique key, on a lock, or told by a {@link ConcurrencyFailureException} thrown inside.
     */
    public <T> T retryLost(Supplier<T> statements) {
        return call(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return inTransaction(statements);
                } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
                    if (attempt == TRIES) {
                        throw lost;
                    }
                }
            }
        });
    }

    @SuppressWarnings("NullAway") // a supplier that gives no null is never turned into one that does
    private <T> T inTransaction(Supplier<T> statements) {
        return transaction.execute(status -> statements.get());
    }

    private static DatabaseUnavailable unavailable(RuntimeException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return new DatabaseUnavailable(
                "the database failed: " + firstLine(cause), "see the database's own log", failed);
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
