package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.ResultSet;

/** Closing a result before its last row was read. */
@Weave(type = "java.sql.ResultSet", implementors = true, method = "close", parameters = {}, common = true,
        option = Fetches.OPTION)
final class CloseResultHandler extends Handler {
    private final Fetches fetches;

    CloseResultHandler(Fetches fetches) {
        this.fetches = fetches;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        fetches.ended((ResultSet) self);
        return null;
    }
}
