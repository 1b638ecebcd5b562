package org.preceptorportal.packet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.preceptorportal.night.NightAlreadyRunning;
import org.preceptorportal.night.NightNotPossible;
import org.preceptorportal.packet.Changes;
import org.preceptorportal.packet.Entry;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.packet.PacketZip;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.roster.Program;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.web.Problem;

/** Packets over HTTP: list, look inside, download with resume. */
@Path("packets")
@Tag(name = "packets", description = "Letter packets")
@RequestScoped
public class PacketsResource {
    @Inject CurrentCaller caller;
    @Inject Packets packets;
    @Inject PacketNow now;
    @Inject Changes changes;
    @Inject Clock clock;
    @Inject Words words;
    @Context HttpHeaders headers;
    @Context UriInfo asked;

    /** Many packets. */
    public record PacketList(List<Packet> items) {}

    /** One packet; {@code program} is the roster's code, {@code size} the ZIP's in bytes. */
    public record Packet(
            long id,
            String program,
            String programName,
            String institution,
            String season,
            LocalDate night,
            int applicants,
            int letters,
            int skipped,
            long size,
            Instant madeAt,
            List<File> files) {
        static Packet of(PacketView v, List<File> files) {
            return new Packet(
                    v.id(),
                    v.programCode(),
                    v.program(),
                    v.institution(),
                    v.season(),
                    v.night(),
                    v.applicants(),
                    v.letters(),
                    v.skipped(),
                    v.size(),
                    v.madeAt(),
                    files);
        }
    }

    /** One file of a packet. */
    public record File(
            int position, String name, String kind, String title, long size, String sha256) {
        static File of(Entry e) {
            return new File(
                    e.position(),
                    e.name(),
                    e.kind().name(),
                    e.title(),
                    e.blob().size(),
                    e.blob().sha256().hex());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listPackets",
            summary = "Packets, the newest night first",
            description = "Program staff: those of their program. Coordinators: all.")
    public PacketList list() {
        return new PacketList(
                packets.list(caller.get()).stream().map(v -> Packet.of(v, null)).toList());
    }

    /**
     * What is wanted.
     *
     * @param program the roster's code; program staff may leave it out
     * @param asked whether the program itself has asked
     */
    public record Wish(String program, Boolean asked) {}

    /** The id of the night that makes it. */
    public record Ordered(long night) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderPacket",
            summary = "Make one program's packet now",
            description =
                    "Also beside a running night. While programs must be left alone, only with"
                            + " asked: true.")
    @APIResponse(responseCode = "202", description = "Being made; it appears in the list")
    @APIResponse(responseCode = "400", description = "No program named, and there are several")
    @APIResponse(responseCode = "404", description = "No such program for you")
    @APIResponse(responseCode = "409", description = "It is being made, or must be asked for")
    public Response order(Wish wish) {
        Wish order = wish == null ? new Wish(null, null) : wish;
        List<Program> mine = now.choices(caller.get());
        if (order.program() == null && mine.size() > 1) {
            return new Problem(400, "Which program", words.say("packet", "refused.noProgram"))
                    .answer(asked.getRequestUri());
        }
        Program program =
                mine.stream()
                        .filter(p -> order.program() == null || p.code().equals(order.program()))
                        .findFirst()
                        .orElseThrow(() -> new NotForCaller("program"));
        try {
            long night = now.make(caller.get(), program.id(), Boolean.TRUE.equals(order.asked()));
            return Response.accepted(new Ordered(night)).build();
        } catch (NightAlreadyRunning | NightNotPossible e) {
            return new Problem(409, "Not now", words.say(e.room(), e.key()))
                    .answer(asked.getRequestUri());
        }
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPacket", summary = "One packet and its files")
    @APIResponse(responseCode = "404", description = "No such packet for you")
    public Packet get(@PathParam("id") long id) {
        Packets.Opened opened = packets.get(caller.get(), id);
        return Packet.of(opened.packet(), opened.entries().stream().map(File::of).toList());
    }

    @GET
    @Path("{id}.zip")
    @Operation(
            operationId = "downloadPacket",
            summary = "The packet as one ZIP",
            description = "Length, strong ETag, Range and If-Range: a cut download can be resumed.")
    @APIResponse(responseCode = "200", description = "application/zip")
    @APIResponse(responseCode = "206", description = "The range asked for")
    public Response zip(@PathParam("id") long id) {
        return zip(id, "GET");
    }

    @HEAD
    @Path("{id}.zip")
    @Operation(hidden = true)
    public Response zipHead(@PathParam("id") long id) {
        return zip(id, "HEAD");
    }

    private Response zip(long id, String method) {
        return zip(() -> packets.get(caller.get(), id), "", method);
    }

    @GET
    @Path("{id}/since/{base}.zip")
    @Operation(
            operationId = "downloadPacketChanges",
            summary = "What changed in a packet since a packet that the program took",
            description =
                    "Unpacked over that one it makes the new one; CHANGES.csv lists what to"
                            + " delete.")
    @APIResponse(responseCode = "200", description = "application/zip")
    @APIResponse(responseCode = "404", description = "The program did not take that packet")
    public Response changes(@PathParam("id") long id, @PathParam("base") long base) {
        return changes(id, base, "GET");
    }

    @HEAD
    @Path("{id}/since/{base}.zip")
    @Operation(hidden = true)
    public Response changesHead(@PathParam("id") long id, @PathParam("base") long base) {
        return changes(id, base, "HEAD");
    }

    private Response changes(long id, long base, String method) {
        return zip(() -> changes.open(caller.get(), id, base), "changes_", method);
    }

    private Response zip(Supplier<Packets.Opened> open, String prefix, String method) {
        Caller who = caller.get();
        // Once, unless a letter is withdrawn in this very moment.
        while (true) {
            Instant began = clock.instant();
            Packets.Opened opened = open.get();
            // The first files are read while the trail is written; they go out after it.
            Response answer = zip(who, opened, began, prefix, method);
            OptionalLong from = firstByte(method, answer);
            if (from.isEmpty() || packets.downloaded(who, opened, Packets.ZIP, from.getAsLong())) {
                return answer;
            }
        }
    }

    private Response zip(
            Caller who, Packets.Opened opened, Instant began, String prefix, String method) {
        PacketZip zip = packets.zip(who, opened);
        return new Ranged(
                        zip.length(),
                        opened.tag(),
                        "application/zip",
                        "attachment; filename=\"" + prefix + opened.packet().fileName() + '"',
                        (from, until) -> {
                            PacketZip.Part part = zip.part(from, until);
                            return out -> {
                                Counted counted = new Counted(out);
                                try {
                                    part.write(counted);
                                    // The client need not wait for what is noted now.
                                    counted.flush();
                                } finally {
                                    changes.sent(
                                            who,
                                            opened,
                                            began,
                                            from,
                                            from + counted.bytes(),
                                            zip.length());
                                }
                            };
                        })
                .answer(method, asked.getRequestUri(), headers);
    }

    @GET
    @Path("{id}/files/{position}")
    @Operation(
            operationId = "downloadPacketFile",
            summary = "One file of a packet",
            description = "With inline=1 a browser shows it instead of saving it.")
    @APIResponse(responseCode = "200", description = "The file")
    public Response file(
            @PathParam("id") long id,
            @PathParam("position") int position,
            @QueryParam("inline") String inline) {
        return file(id, position, inline, "GET");
    }

    @HEAD
    @Path("{id}/files/{position}")
    @Operation(hidden = true)
    public Response fileHead(@PathParam("id") long id, @PathParam("position") int position) {
        return file(id, position, null, "HEAD");
    }

    private Response file(long id, int position, String inline, String method) {
        Caller who = caller.get();
        boolean preview = "1".equals(inline);
        while (true) {
            Packets.Taken taken = packets.file(who, id, position);
            Response answer = file(taken, preview, method);
            OptionalLong from = firstByte(method, answer);
            String name = taken.entry().name();
            if (from.isEmpty()
                    || (preview
                            ? packets.previewed(who, taken.opened(), name, from.getAsLong())
                            : packets.downloaded(who, taken.opened(), name, from.getAsLong()))) {
                return answer;
            }
        }
    }

    private Response file(Packets.Taken taken, boolean preview, String method) {
        Entry entry = taken.entry();
        byte[] bytes = taken.bytes();
        return new Ranged(
                        bytes.length,
                        entry.blob().sha256().hex(),
                        entry.contentType(),
                        (preview ? "inline" : "attachment")
                                + "; filename=\""
                                + entry.plainName()
                                + '"',
                        (from, until) -> out -> out.write(bytes, (int) from, (int) (until - from)))
                .answer(method, asked.getRequestUri(), headers);
    }

    private static OptionalLong firstByte(String method, Response answer) {
        return method.equals("GET")
                ? Ranged.firstByte(answer.getStatus(), answer.getHeaderString("Content-Range"))
                : OptionalLong.empty();
    }
}
