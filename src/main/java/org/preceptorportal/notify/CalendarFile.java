package org.preceptorportal.notify;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/**
 * Dates for somebody's calendar, as a file beside a mail (RFC 5545, RFC 5546 PUBLISH). All moments
 * are in UTC, which every calendar shows in its owner's zone.
 *
 * @param events at least one
 */
public record CalendarFile(List<Event> events) {
    /**
     * A date by which something is to be done. It blocks no time: it is free in the calendar.
     *
     * @param uid the same for the same thing forever, so that a newer file moves the older event
     * @param sequence grows with each change of the thing
     * @param due when it is to be done by; the event stands in the quarter of an hour before
     * @param reminder how long before it the calendar rings
     * @param address where to do it; no secret, because calendars are shared
     */
    public record Event(
            String uid,
            int sequence,
            String summary,
            String description,
            Instant due,
            Duration reminder,
            String address) {
        private static final Duration LENGTH = Duration.ofMinutes(15);

        public Event {
            Objects.requireNonNull(uid, "an event has a name of its own");
            if (sequence < 0 || reminder.isNegative()) {
                throw new IllegalArgumentException("an event's sequence and reminder only grow");
            }
        }
    }

    public CalendarFile {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a calendar file has at least one event");
        }
    }

    /**
     * The file.
     *
     * @param now its time stamp
     */
    String text(Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Preceptor Portal//Duties//EN");
        calendar.setMethod(Method.publish());
        for (Event event : events) {
            calendar.addEvent(event(event, now));
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Event event, Instant now) {
        VEvent entry = new VEvent();
        entry.setUid(event.uid());
        entry.setSequence(event.sequence());
        entry.setDateTimeStamp(Date.from(now));
        entry.setDateStart(Date.from(event.due().minus(Event.LENGTH)));
        entry.setDateEnd(Date.from(event.due()));
        entry.setSummary(event.summary());
        entry.setDescription(event.description());
        entry.setUrl(event.address());
        entry.setTransparency(Transparency.transparent());
        entry.addAlarm(
                VAlarm.display(
                        new Trigger(
                                biweekly.util.Duration.builder()
                                        .prior(true)
                                        .minutes((int) event.reminder().toMinutes())
                                        .build(),
                                Related.START),
                        event.summary()));
        return entry;
    }
}
