/**
 * Suites of the context that follows tasks from thread to thread: every hand-over on every JDK, without a library that
 * could hide a mistake. The packaged agent gets one more library here, which tells an application the operation that
 * its thread works for.
 */
package io.obsagent.smoke.context;
