package io.obsagent.smoke.delivery;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Evaluates a MutatingAdmissionPolicy with dev.cel: match conditions, variables and JSON patches as written. It knows no
 * object types, so literals such as {@code Object.spec.volumes{name: 'x'}} are turned into maps first; what the API
 * server's type checks and its merge do with them is beyond it.
 */
final class CelPolicy {
    private static final Pattern TYPE = Pattern.compile("\\b(?:Object[\\w.]*|JSONPatch)\\{");
    private static final Pattern FIELD = Pattern.compile("(?<=[{,]|\\{\\s{0,99}|,\\s{0,99})(\\w+):(?= )");
    private static final CelOptions OPTIONS = CelOptions.current().enableOptionalSyntax(true)
            .enableHeterogeneousNumericComparisons(true).build();

    private final Map<String, Object> spec;
    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.strings(), CelExtensions.lists(), CelOptionalLibrary.INSTANCE)
            .addVar("object", SimpleType.DYN).addVar("params", SimpleType.DYN).addVar("variables", SimpleType.DYN)
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.lists(), CelOptionalLibrary.INSTANCE)
            .build();

    CelPolicy(Map<String, Object> policy) {
        this.spec = Yaml.map(policy.get("spec"));
    }

    /** The object after the policy. */
    Map<String, Object> admit(Map<String, Object> object, Map<String, Object> params)
            throws CelValidationException, CelEvaluationException {
        Map<String, Object> variables = new LinkedHashMap<>();
        Map<String, Object> input = Map.of("object", object, "params", params, "variables", variables);
        for (Map<String, Object> condition : Yaml.maps(spec.get("matchConditions"))) {
            if (!Boolean.TRUE.equals(evaluate(condition.get("expression"), input))) {
                return object;
            }
        }
        for (Map<String, Object> variable : Yaml.maps(spec.get("variables"))) {
            variables.put((String) variable.get("name"), evaluate(variable.get("expression"), input));
        }
        Map<String, Object> admitted = Yaml.copy(object);
        for (Map<String, Object> mutation : Yaml.maps(spec.get("mutations"))) {
            Object operations = evaluate(Yaml.at(mutation, "jsonPatch", "expression"), input);
            Yaml.maps(operations).forEach(operation -> apply(operation, admitted));
        }
        return Yaml.copy(admitted);
    }

    private Object evaluate(Object expression, Map<String, Object> input)
            throws CelValidationException, CelEvaluationException {
        String mapped = FIELD.matcher(TYPE.matcher((String) expression).replaceAll("{")).replaceAll("'$1':");
        CelAbstractSyntaxTree tree = compiler.compile(mapped).getAst();
        return runtime.createProgram(tree).eval(input);
    }

    /** RFC 6902, the operation "add" alone. */
    private static void apply(Map<String, Object> operation, Map<String, Object> document) {
        if (!"add".equals(operation.get("op"))) {
            throw new AssertionError("only add is known, not " + operation);
        }
        String[] path = ((String) operation.get("path")).substring(1).split("/");
        Object parent = document;
        for (int i = 0; i < path.length - 1; i++) {
            parent = Yaml.at(parent, parent instanceof List<?> ? (Object) Integer.valueOf(path[i]) : path[i]);
        }
        String last = path[path.length - 1];
        Object value = Yaml.copy(Map.of("value", operation.get("value"))).get("value");
        if (parent instanceof List<?>) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) parent;
            list.add(last.equals("-") ? list.size() : Integer.parseInt(last), value);
        } else if (parent instanceof Map<?, ?>) {
            Yaml.map(parent).put(last, value);
        } else {
            throw new AssertionError("nothing at " + operation.get("path"));
        }
    }
}
