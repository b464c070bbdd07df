/** Spring MVC 6 and 7 ({@code jakarta}): the pattern of the controller that answers is the route. */
package io.obsagent.instrumentation.springmvc6;
