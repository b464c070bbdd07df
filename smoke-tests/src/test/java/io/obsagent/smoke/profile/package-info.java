/**
 * Suites of profiles, on the packaged jar: which span samples belong to, what of it spans and endpoints show, and what
 * becomes of the profiler where the machine, the settings or another profiler stand in its way.
 */
package io.obsagent.smoke.profile;
