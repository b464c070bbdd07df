package io.obsagent.tools.doctor;

import io.obsagent.config.Endpoint;
import java.util.Collections;

/** Whether the Pyroscope server answers, where one is named. */
final class PyroscopeCheck implements Check {
    @Override
    public void run(Target target, Report report) {
        String address = target.options.property("pyroscope.server.address");
        if (address == null) {
            address = target.environment.get("PYROSCOPE_SERVER_ADDRESS");
        }
        if (address == null || address.isEmpty()) {
            return;
        }
        Endpoint endpoint = Endpoint.parse(address.replaceFirst("//[^/@]*@", "//"));
        if (endpoint == null) {
            report.problem("PYROSCOPE_SERVER_ADDRESS", "is not http(s)://host:port", "correct it");
        } else if (!target.connects) {
            report.unknown(endpoint.toString(), "not tried from here");
        } else {
            Probe.Answer answer = new Probe(endpoint, Collections.emptyMap()).http();
            if (answer.level == Level.OK) {
                report.ok(endpoint.toString(), answer.text);
            } else {
                report.problem(endpoint.toString(), answer.text, answer.change);
            }
        }
    }
}
