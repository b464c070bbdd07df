package org.apache.maven.wrapper;

/** Starts as a build tool does. */
public final class MavenWrapperMain {
    private MavenWrapperMain() {
    }

    public static void main(String[] args) {
        System.out.println("building " + args[0]);
    }
}
