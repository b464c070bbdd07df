package io.obsagent.smoke.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One series of a push to Pyroscope, by the numbers of its {@code push.proto} and of pprof's {@code profile.proto}.
 *
 * @param labels of the series
 * @param samples one for each value of each sample; span and trace are taken out of the labels
 * @param stacks how many samples there are
 * @param uncompressedBytes of the profile
 * @param startNanos of the stretch of time, since 1970
 * @param period distance between two samples, in nanoseconds or bytes
 */
public record PyroscopeSeries(Map<String, String> labels, List<ProfileSample> samples, int stacks, int uncompressedBytes,
                              long startNanos, long period) {

    /** All series that were accepted, in the order of arrival. */
    public static List<PyroscopeSeries> of(Received received) {
        List<PyroscopeSeries> series = new ArrayList<>();
        for (OtlpRequest request : received.requests(Signal.PYROSCOPE_PUSH)) {
            if (request.reply().accepts()) {
                series.addAll(of(request));
            }
        }
        return series;
    }

    /** The series of one request. */
    public static List<PyroscopeSeries> of(OtlpRequest request) {
        try {
            List<PyroscopeSeries> series = new ArrayList<>();
            for (UnknownFieldSet one : messages(UnknownFieldSet.parseFrom(request.body()), 1)) {
                Map<String, String> labels = new HashMap<>();
                for (UnknownFieldSet pair : messages(one, 1)) {
                    labels.put(text(pair, 1), text(pair, 2));
                }
                for (UnknownFieldSet sample : messages(one, 2)) {
                    series.add(decode(labels, gunzip(sample.getField(1).getLengthDelimitedList().get(0).toByteArray())));
                }
            }
            return series;
        } catch (IOException e) {
            throw new UncheckedIOException("a push that is no protobuf", e);
        }
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static PyroscopeSeries decode(Map<String, String> labels, byte[] pprof) throws IOException {
        UnknownFieldSet profile = UnknownFieldSet.parseFrom(pprof);
        List<String> strings = profile.getField(6).getLengthDelimitedList().stream().map(ByteString::toStringUtf8).toList();
        Map<Long, String> functions = new HashMap<>();
        for (UnknownFieldSet function : messages(profile, 5)) {
            functions.put(number(function, 1), strings.get((int) number(function, 2)));
        }
        Map<Long, String> frames = new HashMap<>();
        for (UnknownFieldSet location : messages(profile, 4)) {
            frames.put(number(location, 1), functions.get(number(messages(location, 4).get(0), 1)));
        }
        List<String> types = new ArrayList<>();
        for (UnknownFieldSet type : messages(profile, 1)) {
            types.add(strings.get((int) number(type, 1)));
        }
        List<ProfileSample> samples = new ArrayList<>();
        List<UnknownFieldSet> stacks = messages(profile, 2);
        for (UnknownFieldSet stack : stacks) {
            add(stack, strings, frames, types, samples);
        }
        return new PyroscopeSeries(Map.copyOf(labels), samples, stacks.size(), pprof.length, number(profile, 9), number(profile, 12));
    }

    private static void add(UnknownFieldSet stack, List<String> strings, Map<Long, String> frames, List<String> types,
                            List<ProfileSample> into) throws IOException {
        List<String> names = packed(stack, 1).stream().map(frames::get).toList();
        Map<String, String> labels = new HashMap<>();
        for (UnknownFieldSet label : messages(stack, 3)) {
            labels.put(strings.get((int) number(label, 1)), strings.get((int) number(label, 2)));
        }
        String trace = labels.getOrDefault("trace_id", "");
        String span = labels.getOrDefault("span_id", "");
        labels.keySet().removeAll(List.of("trace_id", "span_id"));
        List<Long> values = packed(stack, 2);
        for (int i = 0; i < types.size(); i++) {
            into.add(new ProfileSample(types.get(i), names, trace, span, Map.copyOf(labels), values.get(i)));
        }
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet in, int field) throws InvalidProtocolBufferException {
        List<UnknownFieldSet> messages = new ArrayList<>();
        for (ByteString bytes : in.getField(field).getLengthDelimitedList()) {
            messages.add(UnknownFieldSet.parseFrom(bytes));
        }
        return messages;
    }

    private static String text(UnknownFieldSet in, int field) {
        return in.getField(field).getLengthDelimitedList().get(0).toStringUtf8();
    }

    /** A field that is not there has the value 0. */
    private static long number(UnknownFieldSet in, int field) {
        List<Long> values = in.getField(field).getVarintList();
        return values.isEmpty() ? 0 : values.get(values.size() - 1);
    }

    private static List<Long> packed(UnknownFieldSet in, int field) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (ByteString bytes : in.getField(field).getLengthDelimitedList()) {
            CodedInputStream coded = bytes.newCodedInput();
            while (!coded.isAtEnd()) {
                numbers.add(coded.readRawVarint64());
            }
        }
        return numbers;
    }
}
