package io.obsagent.smoke.otlp;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds fields that the published OTLP definitions do not have, anywhere inside a message. */
final class UnknownFields {
    private UnknownFields() {
    }

    static List<String> in(Message message) {
        List<String> found = new ArrayList<>();
        collect(message, message.getDescriptorForType().getName(), found);
        return found;
    }

    private static void collect(Message message, String path, List<String> found) {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            found.add(path + " has unknown protobuf fields " + message.getUnknownFields().asMap().keySet());
        }
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            String inner = path + "." + field.getName();
            if (field.isRepeated()) {
                for (Object element : (List<?>) entry.getValue()) {
                    collect((Message) element, inner, found);
                }
            } else {
                collect((Message) entry.getValue(), inner, found);
            }
        }
    }
}
