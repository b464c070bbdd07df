package io.helidon.http;

public abstract class PathMatchers {
    public abstract static class MatchResult {
        public abstract boolean accepted();
    }
}
