/** Spring MVC 5 ({@code javax}): the pattern of the controller that answers is the route. */
package io.obsagent.instrumentation.springmvc5;
