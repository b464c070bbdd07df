package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.ResultSet;

/** Reading the next row of a result. */
@Weave(type = "java.sql.ResultSet", implementors = true, method = "next", parameters = {}, common = true,
        option = Fetches.OPTION)
final class NextRowHandler extends Handler {
    private final Fetches fetches;

    NextRowHandler(Fetches fetches) {
        this.fetches = fetches;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (Boolean.TRUE.equals(result)) {
            fetches.row((ResultSet) scope);
        } else {
            fetches.ended((ResultSet) scope);
        }
        return result;
    }
}
