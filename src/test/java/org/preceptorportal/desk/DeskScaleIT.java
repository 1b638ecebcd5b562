package org.preceptorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.bench.DeskReads;
import org.preceptorportal.bench.DeskSeason;
import org.preceptorportal.shell.database.FreshDatabase;

/** DE-2: 20,000 rotations and 100,000 evaluations cost as many queries as 20 and 100. */
class DeskScaleIT {
    @TempDir Path folder;

    @Test
    void asksTheSameNumberOfQueriesHoweverManyThereAre() throws Exception {
        try (FreshDatabase database = FreshDatabase.in(folder);
                Connection c = database.source().getConnection()) {
            AtomicInteger statements = new AtomicInteger();
            DeskReads reads = new DeskReads(counted(database.source(), statements));
            DeskSeason.grow(c, 20);
            Map<String, Integer> few = count(reads, statements);
            DeskSeason.grow(c, 20_000);
            assertThat(database.ask("select count(*) from evaluation")).isEqualTo("100000");
            assertThat(database.ask("select count(*) from duty")).isEqualTo("20000");
            Map<String, Integer> many = count(reads, statements);
            System.out.println("Queries of the desk's reads: " + many);
            assertThat(many).isEqualTo(few);
            assertThat(many.values()).allMatch(n -> n >= 1 && n <= 2);
        }
    }

    @Test
    void theTallySaysWhatCountingSays() throws Exception {
        try (FreshDatabase database = FreshDatabase.in(folder);
                Connection c = database.source().getConnection()) {
            DeskSeason.grow(c, 2_000);
            database.run(
                    "update duty set state = 'EXCUSED', closed_at = now() where id % 7 = 0",
                    "update duty set preceptor_id = 10001 where id % 13 = 0",
                    "delete from duty where id % 17 = 0");
            assertThat(
                            database.ask(
                                    """
                                    select count(*) from (
                                      select 'P' s, preceptor_id i, phase, state, turnaround, count(*) n from duty group by 1, 2, 3, 4, 5
                                      union all select 'S', site_id, phase, state, turnaround, count(*) from duty group by 1, 2, 3, 4, 5
                                      union all select 'A', 0, phase, state, turnaround, count(*) from duty group by 1, 2, 3, 4, 5) d
                                    full join (select scope s, scope_id i, phase, state, turnaround, sum(n) n from duty_tally
                                      group by 1, 2, 3, 4, 5 having sum(n) <> 0) t
                                    on (d.s, d.i, d.phase, d.state) = (t.s::text, t.i, t.phase, t.state)
                                      and coalesce(d.turnaround, -999) = coalesce(t.turnaround, -999)
                                    where d.n is distinct from t.n"""))
                    .isEqualTo("0");
        }
    }

    private static Map<String, Integer> count(DeskReads reads, AtomicInteger statements) {
        Map<String, Integer> byRead = new LinkedHashMap<>();
        reads.all()
                .forEach(
                        (name, read) -> {
                            statements.set(0);
                            read.run();
                            byRead.put(name, statements.get());
                        });
        return byRead;
    }

    /** Every statement of these beans is prepared; each is run once. */
    private static DataSource counted(DataSource source, AtomicInteger statements) {
        return proxy(
                DataSource.class,
                source,
                "getConnection",
                connection ->
                        proxy(
                                Connection.class,
                                (Connection) connection,
                                "prepareStatement",
                                statement -> {
                                    statements.incrementAndGet();
                                    return statement;
                                }));
    }

    private static <T> T proxy(
            Class<T> type, T real, String of, java.util.function.UnaryOperator<Object> then) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            Object given = method.invoke(real, arguments);
                            return method.getName().equals(of) ? then.apply(given) : given;
                        }));
    }
}
