/** How every pool is set up. */
abstract class PoolOptions {
    /** Has the form of a JMX name, because that is the only name some pools have. */
    static final String NAME = "org.example:name=shop";
    static final int SIZE = 3;
}
