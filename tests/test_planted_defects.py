"""One defect planted in a sound draft gives one finding: of its kind, at its place, mendable."""

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from tests.planting.defects import KINDS
from tests.planting.draft import draft
from tests.planting.planted import Kind
from tests.planting.trial import chosen, complaints, described

SEEDS = 4
SOUND = ("harbour", "numbered", "labels", "keys")


def trials() -> Iterator[ParameterSet]:
    for kind, names in KINDS.items():
        for name in names:
            for seed in range(SEEDS):
                called = f"{kind.__name__}-{name}-{seed}"
                yield pytest.param(kind, name, seed, id=called)


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_wrong_with_a_sound_draft(name: str) -> None:
    assert [(f.name, f.message) for f in draft(name).report.findings] == []


@pytest.mark.parametrize(("kind", "name", "seed"), list(trials()))
def test_the_defect_is_the_one_new_finding(kind: Kind, name: str, seed: int) -> None:
    sound = draft(name)
    planted = chosen(sound, kind, seed)
    assert complaints(sound, planted) == [], described(sound, planted)
