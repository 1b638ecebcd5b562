package org.preceptorportal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

/** RE-8: who is left alone by the clock. */
class SilenceTest {
    private static final Tenant MADE = tenant(1, "made", false);
    private static final Tenant BEING_MADE = tenant(2, "demo", true);

    private final List<Long> reminded = new ArrayList<>();
    private final List<String> escalated = new ArrayList<>();

    @Test
    void nobodyIsRemindedOfAnInstitutionThatIsStillBeingMade() {
        reminding(Tenant::demo).remindAll();
        assertThat(reminded).containsExactly(1L);
        assertThat(escalated).containsExactly("made");
    }

    @Test
    void everybodyIsAfterwards() {
        reminding(tenant -> false).remindAll();
        assertThat(reminded).containsExactly(1L, 2L);
        assertThat(escalated).containsExactly("made", "demo");
    }

    private static Tenant tenant(long id, String code, boolean demo) {
        return new Tenant(code, code, ZoneId.of("UTC"), demo) {
            @Override
            public Long id() {
                return id;
            }
        };
    }

    private Reminding reminding(Silence silence) {
        Reminding reminding = new Reminding();
        reminding.tenants =
                new Tenants() {
                    @Override
                    public List<Tenant> all() {
                        return List.of(MADE, BEING_MADE);
                    }
                };
        reminding.silences = only(silence);
        reminding.self =
                new Reminding() {
                    @Override
                    public List<Long> toRemind(long tenantId, boolean inHours) {
                        reminded.add(tenantId);
                        return List.of();
                    }

                    @Override
                    public void escalate(Tenant tenant, boolean inHours) {
                        escalated.add(tenant.code());
                    }
                };
        return reminding;
    }

    @SuppressWarnings("unchecked")
    private static Instance<Silence> only(Silence silence) {
        return (Instance<Silence>)
                Proxy.newProxyInstance(
                        SilenceTest.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("stream");
                            return Stream.of(silence);
                        });
    }
}
