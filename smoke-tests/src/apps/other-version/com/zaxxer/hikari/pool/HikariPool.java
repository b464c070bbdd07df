package com.zaxxer.hikari.pool;

/** A version that no handler knows: the method is there, what handlers ask the pool is not. */
public final class HikariPool {
    public String getConnection(long millis) {
        return "within " + millis;
    }
}
