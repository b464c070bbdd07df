/**
 * {@code java -jar obs-agent.jar flame}: a profile as a web page that needs nothing else, and its hottest frames as
 * text. Reads pprof files, of this agent or of others, and folded stacks.
 */
package io.obsagent.tools.flame;
