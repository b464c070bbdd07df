package io.obsagent.distribution.image;

import io.obsagent.distribution.Json;
import io.obsagent.distribution.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A content-addressed part of the image: a layer, a configuration, a manifest or the index. */
record Blob(String mediaType, byte[] bytes, String hash) {

    static Blob of(String mediaType, byte[] bytes) {
        return new Blob(mediaType, bytes, Sha256.of(bytes));
    }

    static Blob json(String mediaType, Map<String, ?> document) {
        return of(mediaType, Json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    String digest() {
        return "sha256:" + hash;
    }

    /** The descriptor by which other parts refer to this one; open for platform and annotations. */
    Map<String, Object> descriptor() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", mediaType);
        descriptor.put("digest", digest());
        descriptor.put("size", bytes.length);
        return descriptor;
    }
}
