/** What came back. */
final class Answer {
    final int status;
    final String body;

    Answer(int status, String body) {
        this.status = status;
        this.body = body;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
