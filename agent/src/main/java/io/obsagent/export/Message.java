package io.obsagent.export;

import java.io.IOException;
import java.io.OutputStream;

/** What is going to be the body of a request. */
interface Message {
    void writeTo(OutputStream out) throws IOException;
}
