package io.obsagent.smoke.delivery.app;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;

/** Gets a page for every line of its input. */
public final class Caller {
    private Caller() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try (InputStream page = new URL(arguments[0]).openStream()) {
                page.readAllBytes();
            }
            System.out.println("called");
        }
    }
}
