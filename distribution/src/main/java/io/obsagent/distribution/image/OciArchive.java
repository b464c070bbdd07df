package io.obsagent.distribution.image;

import io.obsagent.distribution.Json;
import io.obsagent.distribution.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An OCI image layout in one tar file: one name, an index behind it, one manifest per architecture. The layer with the
 * jar is the same blob for all of them. Follows the OCI image specification 1.1; {@code podman load}, {@code docker
 * load} and {@code skopeo copy --all oci-archive:} read it.
 */
final class OciArchive {
    private static final String PREFIX = "application/vnd.oci.image.";
    private static final String INDEX = PREFIX + "index.v1+json";

    private final Map<String, Blob> blobs = new TreeMap<>();
    private final List<Object> manifests = new ArrayList<>();
    private final Instant created;
    private final Map<String, String> labels;

    OciArchive(Instant created, Map<String, String> labels) {
        this.created = created;
        this.labels = new TreeMap<>(labels);
    }

    /** Adds the image of one architecture. {@code layers} are tar archives, lowest first. */
    void add(String architecture, Map<String, ?> runtime, byte[]... layers) {
        List<Object> layerDescriptors = new ArrayList<>();
        List<String> uncompressed = new ArrayList<>();
        for (byte[] layer : layers) {
            layerDescriptors.add(keep(Blob.of(PREFIX + "layer.v1.tar+gzip", StoredGzip.of(layer))).descriptor());
            uncompressed.add("sha256:" + Sha256.of(layer));
        }
        Map<String, Object> config = new TreeMap<>(runtime);
        config.put("Labels", labels);
        Blob configuration = keep(Blob.json(PREFIX + "config.v1+json", Json.object(
                "architecture", architecture,
                "os", "linux",
                "created", created.toString(),
                "config", config,
                "rootfs", Json.object("type", "layers", "diff_ids", uncompressed))));
        Blob manifest = keep(Blob.json(PREFIX + "manifest.v1+json", Json.object(
                "schemaVersion", 2,
                "mediaType", PREFIX + "manifest.v1+json",
                "config", configuration.descriptor(),
                "layers", layerDescriptors,
                "annotations", labels)));
        Map<String, Object> descriptor = manifest.descriptor();
        descriptor.put("platform", Json.object("architecture", architecture, "os", "linux"));
        manifests.add(descriptor);
    }

    /** The index over all architectures: its digest is the one that deployments name. */
    Blob index() {
        return Blob.json(INDEX, Json.object(
                "schemaVersion", 2, "mediaType", INDEX, "manifests", manifests, "annotations", labels));
    }

    /** @param name what the image is called after loading, such as {@code localhost/obs-agent-java:1.0.0} */
    byte[] tar(String name) {
        Blob index = keep(index());
        Map<String, Object> descriptor = index.descriptor();
        descriptor.put("annotations", Json.object(
                "io.containerd.image.name", name, "org.opencontainers.image.ref.name", name));
        Tar tar = new Tar(created).folder("blobs").folder("blobs/sha256");
        for (Blob blob : blobs.values()) {
            tar.file("blobs/sha256/" + blob.hash(), 0644, blob.bytes());
        }
        tar.file("index.json", 0644, Blob.json(INDEX, Json.object(
                "schemaVersion", 2, "mediaType", INDEX, "manifests", List.of(descriptor))).bytes());
        tar.file("oci-layout", 0644, "{\"imageLayoutVersion\": \"1.0.0\"}\n".getBytes(StandardCharsets.UTF_8));
        return tar.bytes();
    }

    private Blob keep(Blob blob) {
        blobs.put(blob.hash(), blob);
        return blob;
    }
}
