package org.preceptorportal.shell.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API for other systems. Resources stand in the {@code web} room of what they serve. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Preceptor Portal",
                        version = "1",
                        description =
                                "Import rosters, start nights and follow them, fetch letter packets."
                                        + " Keys are made by: ./portal api-key --role ROLE --email ADDRESS."
                                        + " Errors are problem JSON (RFC 9457)."),
        security = @SecurityRequirement(name = "key"))
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key. GET also accepts the session of a signed-in person.")
@ApplicationPath("api/v1")
public class Api extends Application {}
