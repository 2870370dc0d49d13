"""Fields from the labels of words."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

import numpy as np

from citecheck.parsing.arrays import Array
from citecheck.parsing.inputs import Inputs
from citecheck.parsing.tagger import Tagged, Tags

_WHOLE = "doi"  # is one field, even where two seem to stand side by side
_tagged = partial(tuple.__new__, Tagged)  # which checks nothing, as there are many


def join(inputs: Inputs, labels: Sequence[str], numbers: Array, shares: Array) -> list[Tags]:
    """The fields of each string, from the first word of each to its last, as sure as the least.

    *numbers* says which of *labels* each word has: "B-title" is that of the first word of a title,
    "I-title" that of the others, "O" that of a word in no field.
    """
    names = [label[2:] for label in labels]
    kinds = np.array([names.index(name) for name in names])[numbers]
    begins = np.array([label[0] != "I" and label[2:] != _WHOLE for label in labels])[numbers]
    begins[1:] |= kinds[1:] != kinds[:-1]
    ends = np.cumsum(inputs.sizes)
    begins[(ends - inputs.sizes)[inputs.sizes > 0]] = True
    firsts = np.flatnonzero(begins)
    if not len(firsts):
        return [()] * len(ends)
    sure = np.minimum.reduceat(shares, firsts)
    lasts = np.append(firsts[1:], len(begins)) - 1
    named = np.flatnonzero(np.array(list(map(bool, names)))[numbers[firsts]])
    firsts, lasts = firsts[named], lasts[named]
    parts = (inputs.starts[firsts], inputs.ends[lasts], sure[named])
    found = (names[number] for number in numbers[firsts].tolist())
    fields = map(_tagged, zip(found, *(part.tolist() for part in parts), strict=True))
    counts = np.diff(np.searchsorted(firsts, ends), prepend=0)
    return [tuple(islice(fields, count)) for count in counts.tolist()]
