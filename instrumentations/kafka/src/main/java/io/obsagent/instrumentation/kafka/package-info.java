/**
 * The Kafka clients, {@code org.apache.kafka:kafka-clients} since 0.11, which brought headers.
 *
 * <pre>
 *  KafkaProducer.send               SendHandler         producer span until the broker answers, context into the headers
 *  KafkaConsumer.poll               PollHandler         receive span of a batch, linked to its producers; counts, queue time
 *  ConsumerRecords.iterator/records IterationHandler    process span of each record of a loop, child of its producer
 *  KafkaConsumer.commitSync/Async   CommitHandler       settle spans
 * </pre>
 *
 * The application's records are never written to: the producer gets copies. A poll without records is nothing. Which
 * loop runs is told by its iterator, so a record's processing lasts until the loop asks for the next one; what a loop
 * throws cannot be seen, and a loop that is left early ends when its consumer polls again or is closed.
 */
package io.obsagent.instrumentation.kafka;
