"""The best labelling of a row of words, and how sure it is, by dynamic programming.

The scores of all labels of one word are packed into one large integer, a lane a label, so that
adding the weights of eighty features, or the scores of all steps from one label, takes a few
operations of the interpreter. Paths that fall far behind the best are not followed.
"""

from math import exp
from struct import Struct

LANE = 16  # bits a label
SCALE = 256  # steps in a unit of log-probability
_MIDDLE = 1 << (LANE - 1)
BEAM = 4 * SCALE  # how far a path may fall behind the best one

Column = dict[int, tuple[int, int]]  # label -> score of the best path to it, label before it


class Lattice:
    """Decodes rows of packed scores; ``transitions[a][b]`` is the score of label b after a."""

    def __init__(self, transitions: list[list[int]]) -> None:
        """Take the scores of all pairs of labels, in steps of 1/SCALE."""
        count = len(transitions)
        self._rows = [self.pack(dict(enumerate(row))) for row in transitions]
        self._ones = self.pack(dict.fromkeys(range(count), 1))
        self._bias = self._ones * _MIDDLE
        self._odds = [[exp(score / SCALE) for score in row] for row in transitions]
        self._unpack = Struct(f"<{count}H").unpack
        self._bytes = count * LANE // 8

    @staticmethod
    def pack(scores: dict[int, int]) -> int:
        """One integer for the scores of some labels; the others score 0."""
        return sum([score << (LANE * label) for label, score in scores.items()])

    def decode(self, packed: list[int]) -> list[tuple[int, float]]:
        """The best label of each word with its share of the probability, 0 to 1."""
        if not packed:
            return []
        columns = self._forward(packed)
        last = columns[-1]
        label = max(last, key=last.__getitem__)
        path = []
        for column in reversed(columns):
            path.append(label)
            label = column[label][1]
        path.reverse()
        return list(zip(path, self._shares(columns, path), strict=True))

    def _forward(self, packed: list[int]) -> list[Column]:
        """For each word the labels worth following."""
        unpack, size, rows = self._unpack, self._bytes, self._rows
        scores = unpack((packed[0] + self._bias).to_bytes(size, "little"))
        floor = max(scores) - BEAM
        column: Column = {i: (s - _MIDDLE, 0) for i, s in enumerate(scores) if s >= floor}
        columns = [column]
        for score in packed[1:]:
            base = score + self._bias
            if len(column) == 1:
                ((before, (total, _)),) = column.items()
                scores = unpack((base + rows[before]).to_bytes(size, "little"))
                floor = max(scores) - BEAM
                total -= _MIDDLE
                column = {i: (s + total, before) for i, s in enumerate(scores) if s >= floor}
            else:
                column = self._merge(base, column)
            columns.append(column)
        return columns

    def _merge(self, base: int, column: Column) -> Column:
        """The labels worth following after several."""
        top = max(column.values())[0]
        reached = []
        for before, (total, _) in column.items():
            packed = base + self._rows[before] + (total - top) * self._ones
            reached.append((before, self._unpack(packed.to_bytes(self._bytes, "little"))))
        best = list(map(max, *[scores for _, scores in reached]))
        floor = max(best) - BEAM
        top -= _MIDDLE
        following: Column = {}
        for i in [i for i, score in enumerate(best) if score >= floor]:
            for before, scores in reached:
                if scores[i] == best[i]:
                    following[i] = (best[i] + top, before)
                    break
        return following

    def _shares(self, columns: list[Column], path: list[int]) -> list[float]:
        """Share of the probability of each label of *path*, among the paths followed.

        From the last word to the first, the share of each following label is divided among the
        labels before it in proportion to their best paths.
        """
        shares = [1.0] * len(path)
        after: dict[int, float] = {}
        for i in range(len(path) - 1, -1, -1):
            column = columns[i]
            if len(column) == 1:
                after = dict.fromkeys(column, 1.0)
                continue
            top = max(column.values())[0]
            odds = {label: exp((score - top) / SCALE) for label, (score, _) in column.items()}
            after = self._divide(odds, after) if after else _normal(odds)
            shares[i] = after[path[i]]
        return shares

    def _divide(self, odds: dict[int, float], after: dict[int, float]) -> dict[int, float]:
        divided = dict.fromkeys(odds, 0.0)
        for following, share in after.items():
            parts = {label: own * self._odds[label][following] for label, own in odds.items()}
            unit = share / sum(parts.values())
            for label, part in parts.items():
                divided[label] += part * unit
        return divided


def _normal(odds: dict[int, float]) -> dict[int, float]:
    whole = sum(odds.values())
    return {label: own / whole for label, own in odds.items()}
