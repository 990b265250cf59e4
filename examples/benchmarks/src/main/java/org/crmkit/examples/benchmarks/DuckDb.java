package org.crmkit.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same question to DuckDB, in memory, over JDBC. */
final class DuckDb implements AutoCloseable {

    private static final String RFM = """
            with summary as (
              select customer, max(day) as last_day, count(*) as orders, sum(amount_minor) as spend
              from orders group by customer)
            select customer,
              ntile(5) over (order by last_day, customer) as r,
              ntile(5) over (order by orders, customer) as f,
              ntile(5) over (order by spend, customer) as m
            from summary""";

    private final DuckDBConnection connection;
    private final int customers;

    private DuckDb(DuckDBConnection connection, int customers) {
        this.connection = connection;
        this.customers = customers;
    }

    /** Returns a database that holds the orders and answers on the given number of threads. */
    static DuckDb holding(Orders orders, int threads) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        DuckDb result = new DuckDb(connection.unwrap(DuckDBConnection.class), orders.customers);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("create table orders (customer integer, day integer, amount_minor bigint)");
        }
        result.append(orders);
        return result;
    }

    private void append(Orders orders) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "orders")) {
            for (int i = 0; i < orders.size(); i++) {
                appender.beginRow();
                appender.append(orders.customer[i]);
                appender.append(orders.day[i]);
                appender.append(orders.amountMinor[i]);
                appender.endRow();
            }
        }
    }

    RfmScores rfm() throws SQLException {
        RfmScores scores = RfmScores.ofSize(customers);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RFM)) {
            while (rows.next()) {
                int customer = rows.getInt(1);
                scores.recency()[customer] = (byte) rows.getInt(2);
                scores.frequency()[customer] = (byte) rows.getInt(3);
                scores.monetary()[customer] = (byte) rows.getInt(4);
            }
        }
        return scores;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
