package org.preceptorportal.shell.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the configured PostgreSQL, or to the embedded one, which is started by the first
 * connection. Made and configured by the server through the setters.
 */
public class PortalDataSource implements DataSource {
    static final String EMBEDDED = "embedded";

    private String url = EMBEDDED;
    private String user;
    private String password;
    private volatile DataSource target;

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    private DataSource target() throws SQLException {
        if (target == null) {
            synchronized (this) {
                if (target == null) {
                    target = EMBEDDED.equals(url) ? EmbeddedPostgres.ofThisPortal() : server();
                }
            }
        }
        return target;
    }

    private DataSource server() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        server.setUser(user);
        server.setPassword(password);
        server.setApplicationName("preceptor-portal");
        server.setTcpKeepAlive(true);
        // The detail of an error quotes the row, with addresses and words, and errors are logged.
        server.setLogServerErrorDetail(false);
        return server;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return target().getConnection();
    }

    /** The user is part of the configuration: the server's pool passes the same one here. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target().getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The driver logs through java.util.logging.
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
