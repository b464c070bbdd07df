package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Resolves the versions that {@link LibraryVersions} names. */
final class LibraryArguments implements ArgumentsProvider, AnnotationConsumer<LibraryVersions> {
    private LibraryVersions wanted;

    @Override
    public void accept(LibraryVersions annotation) {
        wanted = annotation;
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(wanted.versions()).map(version -> Arguments.of(Libraries.resolve(coordinates(version))));
    }

    private String[] coordinates(String entry) {
        List<String> coordinates = new ArrayList<>(List.of(entry.split("\\s*\\+\\s*")));
        String library = coordinates.get(0);
        coordinates.set(0, library.contains(":") ? library : wanted.artifact() + ":" + library);
        coordinates.addAll(List.of(wanted.with()));
        return coordinates.toArray(new String[0]);
    }
}
