/**
 * Coroutines of kotlinx: the operation that a coroutine was created in is the context of whatever thread runs a part of
 * it, from one suspension to the next.
 *
 * <pre>
 *  launch, async, withContext, coroutineScope, ...   make an AbstractCoroutine, which is the Job of its context
 *  start, dispatch, unconfined resumption, ...       all end in BaseContinuationImpl.resumeWith of the language
 * </pre>
 *
 * So neither dispatchers nor context elements are touched, and the application's contexts stay as they are. The code sees
 * types of Kotlin's own library only, because a sequence or a generator is resumed too where there are no coroutines.
 *
 * <p>May enter: where coroutines are created and resumed.
 */
package io.obsagent.instrumentation.kotlincoroutines;
