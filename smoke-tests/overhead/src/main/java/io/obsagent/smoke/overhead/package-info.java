/**
 * What the agent costs, as ratios within one run: start-up against no agent and against others, records and calls
 * against the SDK's own instruments. Commands and last results: {@code docs/measurements.md}.
 */
package io.obsagent.smoke.overhead;
