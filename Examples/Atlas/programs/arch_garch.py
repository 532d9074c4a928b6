"""arch: a GARCH(1, 1) model with a constant mean, fitted and simulated with the defaults."""

from contract import numbers, serve
from arch import arch_model


def generation(points, samples, generator):
    model = arch_model(points[:, 0], rescale=False)
    parameters = model.fit(disp="off", show_warning=False).params
    model.distribution._generator = generator
    return model.simulate(parameters, samples)["data"].to_numpy()


serve(numbers(generation))
