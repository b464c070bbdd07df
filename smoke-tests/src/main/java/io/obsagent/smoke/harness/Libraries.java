package io.obsagent.smoke.harness;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Resolves libraries in any version while a test runs, the way Maven would: the user's settings (mirrors, proxies) and
 * local repository apply, and what was resolved once needs no network again. Thread-safe.
 */
public final class Libraries {
    /** Suites run in several JVMs, which share one local repository. */
    private static final Map<String, Object> LOCKS = Map.of("aether.syncContext.named.factory", "file-lock",
            "aether.syncContext.named.nameMapper", "file-gav");

    private static final Libraries SHARED = new Libraries();

    private final Map<List<String>, Library> resolved = new ConcurrentHashMap<>();
    private final Map<String, Path> files = new ConcurrentHashMap<>();

    private Libraries() {
    }

    /**
     * A library (the first coordinates) together with what an application needs beside it.
     *
     * @param coordinates {@code group:artifact[:extension[:classifier]]:version} each; a version conflict is settled
     *     for what is nearer, then for what is named first
     */
    public static Library resolve(String... coordinates) {
        return SHARED.resolved.computeIfAbsent(List.of(coordinates), Libraries::collect);
    }

    /** One file without its dependencies. */
    public static Path file(String coordinates) {
        return SHARED.files.computeIfAbsent(coordinates, Libraries::fetch);
    }

    private static Library collect(List<String> coordinates) {
        try (Context maven = context()) {
            CollectRequest collect = new CollectRequest();
            collect.setRepositories(maven.remoteRepositories());
            for (String wanted : coordinates) {
                collect.addDependency(new Dependency(new DefaultArtifact(wanted), JavaScopes.RUNTIME));
            }
            DependencyRequest request = new DependencyRequest(collect,
                    DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            List<Path> jars = new ArrayList<>();
            maven.repositorySystem().resolveDependencies(maven.repositorySystemSession(), request)
                    .getArtifactResults()
                    .forEach(result -> jars.add(result.getArtifact().getFile().toPath()));
            return new Library(coordinates, List.copyOf(jars));
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException("cannot resolve " + coordinates, e);
        }
    }

    private static Path fetch(String coordinates) {
        try (Context maven = context()) {
            ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(coordinates),
                    maven.remoteRepositories(), null);
            return maven.repositorySystem().resolveArtifact(maven.repositorySystemSession(), request)
                    .getArtifact().getFile().toPath();
        } catch (ArtifactResolutionException e) {
            throw new IllegalStateException("cannot resolve " + coordinates, e);
        }
    }

    private static Context context() {
        return Runtimes.INSTANCE.getRuntime().create(ContextOverrides.create().withUserSettings(true)
                .configProperties(LOCKS).build());
    }
}
