"""The trained tagger: which words of a reference string are author, title, container ..."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import accumulate, groupby
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from citecheck.parsing.network import Network

MODEL = Path(__file__).with_name("model") / "tagger.safetensors"
_TOGETHER = 400_000  # characters of texts read at once
_TEXTS = 4_096  # texts remembered with their fields


class Tagged(NamedTuple):
    """A field: its label, its place in the string (code points), and how sure that is, 0 to 1."""

    label: str
    start: int
    end: int
    confidence: float


Tags = tuple[Tagged, ...]
_ONE_AT_A_TIME = Lock()  # the network learns words as it goes
_remembered: dict[str, Tags] = {}  # a draft is read again after every change that is made to it


def tag(text: str) -> Tags:
    """The fields of a reference string, see ``tag_all``."""
    return tag_all([text])[0]


def tag_all(texts: Sequence[str]) -> list[Tags]:
    """The fields of each reference string in order; words that belong to none are left out.

    Spans run from the first to the last word of a field, without punctuation around them. Many
    texts are tagged together, which is the faster the more they are.
    """
    known = {text: tags for text in texts if (tags := _remembered.get(text)) is not None}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    found = dict(zip(new, _tag_new(new), strict=True))
    if len(_remembered) + len(new) > _TEXTS:
        _remembered.clear()
    _remembered.update(found)
    known.update(found)
    return [known[text] for text in texts]


@cache
def load() -> "Network":
    """The network, loaded once; tagging does so by itself."""
    with _resting_threads():
        from citecheck.parsing.network import Network  # numpy takes long to load
    return Network(MODEL)


@contextmanager
def _resting_threads() -> Iterator[None]:
    """Let threads of numpy's that start meanwhile sleep at once when they have nothing to do.

    They would run idle for 2 ** 26 cycles each first, which is most of what loading it costs.
    """
    name = "OPENBLAS_THREAD_TIMEOUT"
    if name in os.environ:
        yield
        return
    os.environ[name] = "4"  # 2 ** 4 cycles
    try:
        yield
    finally:
        del os.environ[name]


def _tag_new(texts: Sequence[str]) -> list[Tags]:
    with _ONE_AT_A_TIME:
        network = load()
        from citecheck.parsing.fields import join  # needs numpy, which ``load`` takes care of
        from citecheck.parsing.inputs import read_inputs

        found: list[Tags] = []
        for together in _cut(texts):
            inputs = read_inputs(together)
            found += join(inputs, network.labels, *network.decode(inputs))
    return found


def _cut(texts: Sequence[str]) -> Iterator[list[str]]:
    """*texts* in order, so many at a time that their words do not take much memory."""
    lengths = accumulate(map(len, texts))
    for _, group in groupby(zip(lengths, texts, strict=True), lambda pair: pair[0] // _TOGETHER):
        yield [text for _, text in group]
