import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One client library. An implementation is called {@code LibraryClient} and takes its timeout in milliseconds. */
interface Client {
    /** Sends, follows redirects and reads the whole body, in the way most users of the library do. */
    Answer send(Call call) throws Exception;

    /** Sends one request object twice. */
    List<Answer> sendTwice(Call call) throws Exception;

    /** Sends a request that refuses further headers, where the library lets an application write such a one. */
    default Answer sendFixed(Call call) throws Exception {
        return send(call);
    }

    /** Sends and closes the response without reading its body. */
    Answer sendUnread(Call call) throws Exception;

    /**
     * Sends without waiting. The future is completed inside the library's own callback.
     *
     * @return what cancels the call
     */
    Runnable start(Call call, CompletableFuture<Answer> done) throws Exception;
}
