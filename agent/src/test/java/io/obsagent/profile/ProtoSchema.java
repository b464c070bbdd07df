package io.obsagent.profile;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.Locale;

/**
 * Message definitions that have no published Java classes (pprof's profile.proto, Pyroscope's push.proto), so that tests
 * decode with Google's library and not with our own reader.
 */
public final class ProtoSchema {
    private static final Descriptors.FileDescriptor PPROF = file("perftools.profiles",
            message("Profile", "1 * ValueType sample_type", "2 * Sample sample", "3 * Mapping mapping", "4 * Location location",
                    "5 * Function function", "6 * string string_table", "7 int64 drop_frames", "8 int64 keep_frames",
                    "9 int64 time_nanos", "10 int64 duration_nanos", "11 ValueType period_type", "12 int64 period",
                    "13 * int64 comment", "14 int64 default_sample_type"),
            message("ValueType", "1 int64 type", "2 int64 unit"),
            message("Sample", "1 * uint64 location_id", "2 * int64 value", "3 * Label label"),
            message("Label", "1 int64 key", "2 int64 str", "3 int64 num", "4 int64 num_unit"),
            message("Mapping", "1 uint64 id", "2 uint64 memory_start", "3 uint64 memory_limit", "4 uint64 file_offset",
                    "5 int64 filename", "6 int64 build_id", "7 bool has_functions", "8 bool has_filenames",
                    "9 bool has_line_numbers", "10 bool has_inline_frames"),
            message("Location", "1 uint64 id", "2 uint64 mapping_id", "3 uint64 address", "4 * Line line", "5 bool is_folded"),
            message("Line", "1 uint64 function_id", "2 int64 line"),
            message("Function", "1 uint64 id", "2 int64 name", "3 int64 system_name", "4 int64 filename", "5 int64 start_line"));

    private static final Descriptors.FileDescriptor PUSH = file("push.v1",
            message("PushRequest", "1 * RawProfileSeries series"),
            message("RawProfileSeries", "1 * LabelPair labels", "2 * RawSample samples"),
            message("LabelPair", "1 string name", "2 string value"),
            message("RawSample", "1 bytes raw_profile", "2 string ID"));

    private ProtoSchema() {}

    /** A {@code perftools.profiles.Profile}; fails on anything that is not in the definition. */
    public static DynamicMessage pprof(byte[] bytes) {
        return strict(PPROF.findMessageTypeByName("Profile"), bytes);
    }

    /** A {@code push.v1.PushRequest}; fails on anything that is not in the definition. */
    public static DynamicMessage push(byte[] bytes) {
        return strict(PUSH.findMessageTypeByName("PushRequest"), bytes);
    }

    private static DynamicMessage strict(Descriptor type, byte[] bytes) {
        try {
            DynamicMessage parsed = DynamicMessage.parseFrom(type, bytes);
            requireKnown(parsed);
            return parsed;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Recursively: no field may be outside of the definition. */
    public static void requireKnown(com.google.protobuf.Message message) {
        if (!message.getUnknownFields().equals(UnknownFieldSet.getDefaultInstance())) {
            throw new AssertionError("unknown fields in " + message.getDescriptorForType().getFullName() + ": " + message.getUnknownFields());
        }
        message.getAllFields().values().forEach(value -> {
            if (value instanceof com.google.protobuf.Message) {
                requireKnown((com.google.protobuf.Message) value);
            } else if (value instanceof Iterable) {
                ((Iterable<?>) value).forEach(element -> {
                    if (element instanceof com.google.protobuf.Message) {
                        requireKnown((com.google.protobuf.Message) element);
                    }
                });
            }
        });
    }

    private static Descriptors.FileDescriptor file(String name, DescriptorProto... messages) {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setName(name).setPackage(name).setSyntax("proto3");
        for (DescriptorProto message : messages) {
            file.addMessageType(message);
        }
        try {
            return Descriptors.FileDescriptor.buildFrom(file.build(), new Descriptors.FileDescriptor[0]);
        } catch (Descriptors.DescriptorValidationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Fields as {@code number [*] type name}, the star for repeated ones. */
    private static DescriptorProto message(String name, String... fields) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        for (String text : fields) {
            String[] words = text.replace("* ", "*").split(" ");
            boolean repeated = words[1].startsWith("*");
            String type = repeated ? words[1].substring(1) : words[1];
            FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder().setNumber(Integer.parseInt(words[0])).setName(words[2])
                    .setLabel(repeated ? FieldDescriptorProto.Label.LABEL_REPEATED : FieldDescriptorProto.Label.LABEL_OPTIONAL);
            if (Character.isUpperCase(type.charAt(0))) {
                field.setTypeName(type);
            } else {
                field.setType(FieldDescriptorProto.Type.valueOf("TYPE_" + type.toUpperCase(Locale.ROOT)));
            }
            message.addField(field);
        }
        return message.build();
    }
}
