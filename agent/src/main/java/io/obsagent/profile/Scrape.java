package io.obsagent.profile;

import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.WindowMerge;
import io.obsagent.profile.serve.ProfileSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a stretch of time out of the running profile for somebody who asks. Destinations get the same windows as
 * always, only shorter ones. One request at a time.
 */
final class Scrape implements ProfileSource {
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Supervisor supervisor;

    Scrape(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public synchronized ProfileWindow record(ProfileKind kind, int seconds) throws IOException, InterruptedException {
        WindowMerge merge = new WindowMerge(kind);
        if (kind == ProfileKind.LIVE) {
            run(session -> collect(session.restart(), merge));
            return merge.merged();
        }
        run(session -> {
            supervisor.deliver(session.rotate());
            supervisor.tap(merge::add);
        });
        try {
            TimeUnit.SECONDS.sleep(seconds);
            run(session -> supervisor.deliver(session.rotate()));
        } finally {
            supervisor.tap(null);
        }
        return merge.merged();
    }

    private void collect(List<ProfileWindow> windows, WindowMerge merge) {
        windows.forEach(merge::add);
        supervisor.deliver(windows);
    }

    /** Runs a command on the supervisor's thread and waits for it. */
    private void run(Supervisor.Command command) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        boolean taken = supervisor.submit(session -> {
            try {
                command.run(session);
            } finally {
                done.countDown();
            }
        });
        if (!taken || !done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the profiler does not run");
        }
    }
}
