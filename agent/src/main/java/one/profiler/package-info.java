/**
 * A guest room in async-profiler's package, for what needs package access to it. Nothing else may enter: the rest of
 * that package is the library's and keeps its name because the native code binds to it.
 */
package one.profiler;
