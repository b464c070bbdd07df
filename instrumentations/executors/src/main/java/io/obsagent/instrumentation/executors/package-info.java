/**
 * Executors, timers and virtual threads of the JDK: the current operation goes with a task that is handed over, and
 * with nothing else.
 *
 * <pre>
 *  hand-over                              the run of the very same object
 *  ThreadPoolExecutor.execute             runWorker, around task.run()
 *  ScheduledThreadPoolExecutor, Timer     runWorker, TimerThread.mainLoop (one-shot tasks only)
 *  ForkJoinPool submits, fork, invoke     ForkJoinTask.doExec
 *  CompletableFuture without common pool  AsyncRun.run, AsyncSupply.run, Completion.run
 *  VirtualThread.start                    VirtualThread.run(Runnable)
 * </pre>
 *
 * Everything else of java.util.concurrent ends in one of these: ExecutorService, CompletableFuture, parallel streams,
 * StructuredTaskScope and the thread-per-task executor on virtual threads. A platform thread started inside a request
 * gets nothing: it is often the worker of a pool and would work for that request for ever. Periodic tasks belong to
 * nobody for the same reason.
 *
 * <p>While profiles are taken, mounts of virtual threads are reported too: their samples are the carriers'.
 *
 * <p>The handlers run inside the JDK, some of them between the halves of a virtual thread's mount: no locks but those
 * of {@link io.obsagent.telemetry.HandOvers}, nothing allocated without an operation, no executor, no logging.
 *
 * <p>May enter: hand-overs of the JDK, of all versions from 11 on. Executors of libraries have their own rooms.
 */
package io.obsagent.instrumentation.executors;
