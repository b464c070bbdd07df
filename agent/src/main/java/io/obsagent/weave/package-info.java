/**
 * Weaving: which classes are touched, what is put into them, and which handler answers.
 *
 * <pre>
 *  class being loaded
 *    WeavingTransformer   exact name, or ClassHeader (interfaces, methods)  -> JoinPoints
 *    ClassWeaver          calls to java.lang.ObsBridge at entry and exits, nothing else
 *  first call of a woven method
 *    Handlers             (class, join point) -> handler, in a HandlerLoader beside the library
 * </pre>
 *
 * The decision to weave is a pure function of the class's own bytes: no look-up of a superclass, no order of loading,
 * no application loader. A class whose superclass might implement an interface of interest is woven by the signatures
 * of its methods, and the question whether it really is such a class is answered at its first call, when its hierarchy
 * is there to be read.
 *
 * <p>May enter: what decides, writes or dispatches join points. Nothing here knows a library or a telemetry signal.
 */
package io.obsagent.weave;
