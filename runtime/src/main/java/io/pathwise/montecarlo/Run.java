package io.pathwise.montecarlo;

import java.util.Arrays;

/**
 * All that determines what a path contributes.
 *
 * @param integrand what is averaged
 * @param identity seed, scheme and policy
 * @param parameters those at which it is estimated, for messages
 */
record Run(Integrand integrand, Identity identity, double[] parameters) {
    private static final int SHOWN = 8;

    PathException notFinite(long path, int quantity, double number) {
        return failure(path, quantityName(quantity) + " is " + number, null);
    }

    PathException failed(long path, RuntimeException cause) {
        return failure(path, cause.toString(), cause);
    }

    private PathException failure(long path, String what, RuntimeException cause) {
        String arguments = parameters.length > SHOWN
                ? path + ", parameters"
                : path
                        + Arrays.toString(parameters)
                                .replaceFirst("\\[(.+)]", ", $1")
                                .replace("[]", "");
        return new PathException(
                path,
                "path " + path + " of " + identity.name() + ": " + what + "; replay it with MonteCarlo.replay("
                        + arguments + ")",
                cause);
    }

    private String quantityName(int quantity) {
        int parameterCount = identity.parameterNames().size();
        if (quantity == 0) {
            return "the value";
        }
        return quantity <= parameterCount
                ? "∂/∂" + identity.parameterNames().get(quantity - 1)
                : "control variate " + (quantity - parameterCount);
    }
}
