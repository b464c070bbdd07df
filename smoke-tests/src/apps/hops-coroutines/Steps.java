import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.YieldKt;

/**
 * What the compiler of Kotlin makes of a suspending lambda that looks at the current request, is suspended, looks again,
 * and so on: a state machine.
 */
final class Steps extends SuspendLambda implements Function2<CoroutineScope, Continuation<? super Unit>, Object> {
    private final CompletableDeferred<String> signal;
    private final CompletableFuture<String> result;
    private final Set<String> seen = new TreeSet<>();
    private final Function2<CoroutineScope, Continuation<? super Unit>, Object> elsewhere = (scope, completion) -> {
        seen.add(Probe.current());
        return Unit.INSTANCE;
    };
    private int step;

    /**
     * @param signal what to wait for at the end, null for nothing
     * @param result gets all requests that were current at some step
     */
    Steps(CompletableDeferred<String> signal, CompletableFuture<String> result, Continuation<Object> completion) {
        super(2, completion);
        this.signal = signal;
        this.result = result;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Continuation<Unit> create(Object scope, Continuation<?> completion) {
        return (Continuation<Unit>) (Continuation<?>) new Steps(signal, result, (Continuation<Object>) completion);
    }

    @Override
    public Object invoke(CoroutineScope scope, Continuation<? super Unit> completion) {
        return ((Steps) (Object) create(scope, completion)).invokeSuspend(Unit.INSTANCE);
    }

    @Override
    protected Object invokeSuspend(Object resumedWith) {
        Object suspended = IntrinsicsKt.getCOROUTINE_SUSPENDED();
        while (step < 4) {
            seen.add(Probe.current());
            if (next(step++) == suspended) {
                return suspended;
            }
        }
        seen.add(Probe.current());
        result.complete(String.join(" and ", seen));
        return Unit.INSTANCE;
    }

    private Object next(int step) {
        switch (step) {
            case 0:
                return DelayKt.delay(2, unit());
            case 1:
                return BuildersKt.withContext(Dispatchers.getIO(), elsewhere, unit());
            case 2:
                return YieldKt.yield(unit());
            default:
                return signal == null ? null : signal.await(text());
        }
    }

    @SuppressWarnings("unchecked")
    private Continuation<Unit> unit() {
        return (Continuation<Unit>) (Continuation<?>) this;
    }

    @SuppressWarnings("unchecked")
    private Continuation<String> text() {
        return (Continuation<String>) (Continuation<?>) this;
    }
}
