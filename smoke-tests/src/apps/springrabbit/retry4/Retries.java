import org.aopalliance.aop.Advice;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.amqp.rabbit.retry.RejectAndDontRequeueRecoverer;

/** Attempts of a listener, and a refusal after the last, since version 4. */
final class Retries {
    private Retries() {
    }

    static Advice attempts(int most) {
        return RetryInterceptorBuilder.stateless().maxRetries(most - 1).backOffOptions(1, 1, 1)
                .recoverer(new RejectAndDontRequeueRecoverer()).build();
    }
}
