/** Javalin 4 to 7: what a handler threw, before an answer is made of it. Uses no type of Javalin, so one fits all. */
package io.obsagent.instrumentation.javalin;
