package io.obsagent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOversTest {
    private final Telemetry telemetry = new Telemetry(
            Settings.of(null, Collections.emptyMap(), Collections.emptyMap()), true, operation -> { });
    private final ThreadState thread = telemetry.thread();
    private final HandOvers handOvers = new HandOvers(telemetry);

    private Operation operation() {
        return thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
    }

    private void handOver(Operation operation, Object task) {
        Operation before = thread.swap(operation);
        handOvers.handOver(task);
        thread.swap(before);
    }

    private Operation run(Object task) {
        Object scope = handOvers.enter(task);
        Operation seen = thread.current();
        if (scope != null) {
            handOvers.leave(scope);
        }
        return seen;
    }

    @Test
    void aTaskRunsForTheOperationThatHandedItOver() {
        Operation operation = operation();
        Object task = new Object();
        handOver(operation, task);

        assertThat(run(task)).isSameAs(operation);
        assertThat(thread.current()).isNull();
        assertThat(run(task)).as("the same object again, handed over by nobody").isNull();
    }

    @Test
    void withoutAnOperationNothingIsRemembered() {
        assertThat(handOvers.handOver(new Object())).isNull();
        assertThat(handOvers.pending()).isZero();
    }

    @Test
    void equalTasksAreDifferentTasks() {
        Operation first = operation();
        Operation second = operation();
        String one = new String("task");
        String other = new String("task");
        handOver(first, one);
        handOver(second, other);

        assertThat(run(other)).isSameAs(second);
        assertThat(run(one)).isSameAs(first);
    }

    @Test
    void oneObjectHandedOverSeveralTimesKeepsTheOrder() {
        Operation first = operation();
        Operation second = operation();
        Object task = new Object();
        List<Operation> given = List.of(first, second, second, first);
        given.forEach(operation -> handOver(operation, task));

        List<Operation> seen = new ArrayList<>();
        given.forEach(operation -> seen.add(run(task)));

        assertThat(seen).isEqualTo(given);
        assertThat(handOvers.pending()).isZero();
    }

    @Test
    void aTaskInsideAnotherOneHandsTheThreadBack() {
        Operation outer = operation();
        Operation inner = operation();
        Object task = new Object();
        handOver(inner, task);
        thread.swap(outer);

        assertThat(run(task)).isSameAs(inner);
        assertThat(thread.current()).isSameAs(outer);
        assertThat(run(new Object())).as("a stranger's task, run while waiting").isNull();
        assertThat(thread.current()).isSameAs(outer);
    }

    @Test
    void aPoolThreadForgetsWhatTheTaskBeforeLeftBehind() {
        thread.swap(operation());

        Object scope = handOvers.begin(new Object());

        assertThat(scope).isNull();
        assertThat(thread.current()).isNull();
    }

    @Test
    void aPoolThreadWorksForNobodyAfterATask() {
        Object task = new Object();
        handOver(operation(), task);

        Object scope = handOvers.begin(task);
        thread.swap(operation()); // the task forgets to restore
        handOvers.idle(scope);

        assertThat(thread.current()).isNull();
    }

    @Test
    void whatIsWithdrawnIsForgotten() {
        Object task = new Object();
        handOver(operation(), task);

        handOvers.withdraw(task);

        assertThat(handOvers.pending()).isZero();
        assertThat(run(task)).isNull();
    }

    @Test
    void anEndedOperationIsHandedOnAtOnceButNotAfterADelay() {
        Operation operation = operation();
        operation.end(null);
        thread.swap(operation);
        Object task = new Object();

        assertThat(handOvers.handOverLater(task)).isNull();
        assertThat(handOvers.handOver(task)).isSameAs(task);
    }

    @Test
    void manyTasksAndNoneLeft() {
        Operation operation = operation();
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            tasks.add(new Object());
            handOver(operation, tasks.get(i));
        }
        assertThat(handOvers.pending()).isEqualTo(100_000);

        assertThat(tasks).allSatisfy(task -> assertThat(run(task)).isSameAs(operation));
        assertThat(handOvers.pending()).isZero();
    }

    @Test
    void theNumberOfWaitingTasksIsBounded() {
        Operation operation = operation();
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < 1_200_000; i++) {
            tasks.add(new Object());
            handOver(operation, tasks.get(i));
        }

        assertThat(handOvers.pending()).isLessThanOrEqualTo(1 << 20);
        assertThat(tasks).hasSize(1_200_000);
    }
}
