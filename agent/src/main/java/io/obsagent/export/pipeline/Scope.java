package io.obsagent.export.pipeline;

import io.obsagent.config.AgentVersion;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;

/** The instrumentation scope of everything the agent emits. */
final class Scope {
    /** The semantic conventions that names and units follow. */
    static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

    static final InstrumentationScopeInfo INFO = InstrumentationScopeInfo.builder("io.obsagent")
            .setVersion(AgentVersion.VERSION)
            .setSchemaUrl(SCHEMA_URL)
            .build();

    private Scope() {}
}
