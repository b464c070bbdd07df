/**
 * What the agent costs, as ratios within one run: start-up and a flood of messages against no agent, start-up against
 * others too, requests, calls and records against the SDK's own instruments. Commands and last results: {@code docs/measurements.md}.
 */
package io.obsagent.smoke.overhead;
