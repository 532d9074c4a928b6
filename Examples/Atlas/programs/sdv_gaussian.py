"""sdv: GaussianCopulaSynthesizer with its defaults."""

import warnings

from contract import numbers, serve
import numpy as np
import pandas
from sdv.metadata import Metadata
from sdv.single_table import GaussianCopulaSynthesizer

warnings.filterwarnings("ignore")


def generation(points, samples, generator):
    names = [f"x{i}" for i in range(points.shape[1])]
    metadata = Metadata.load_from_dict(
        {"tables": {"table": {"columns": {name: {"sdtype": "numerical"} for name in names}}}}
    )
    fit = GaussianCopulaSynthesizer(metadata)
    fit.fit({"table": pandas.DataFrame(points, columns=names)})
    fit._set_random_state(generator.randint(2**31))
    return fit.sample(samples)["table"].to_numpy()


serve(numbers(generation))
