package io.obsagent.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.export.EndedSpans;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleSpanExporterTest {
    @Test
    void aLineForEachSpan() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            new ConsoleSpanExporter().export(new EndedSpans().ended("GET /orders", "POST /orders"));
        } finally {
            System.setOut(before);
        }
        String id = "[0-9a-f]{16}";
        assertThat(printed.toString().lines()).hasSize(2).element(0).asString()
                .matches("span SERVER \"GET /orders\" \\d+us trace=" + id + id + " span=" + id + " parent=0{16}");
    }
}
