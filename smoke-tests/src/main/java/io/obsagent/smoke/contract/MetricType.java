package io.obsagent.smoke.contract;

import java.util.List;
import java.util.Map;

/**
 * A metric of metrics.yaml or ours.yaml.
 *
 * @param instrument histogram, counter, updowncounter or gauge
 * @param value int or double
 * @param buckets the bounds the convention advises; empty when it leaves them open
 */
record MetricType(String name, String instrument, String unit, String value, List<Double> buckets,
                  Map<String, AttributeUse> attributes) {
}
