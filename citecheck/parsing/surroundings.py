"""What the features of a reference string depend on: its words, and what surrounds each.

A *chunk* is a run of words between commas, brackets and other marks, a *sentence* a run between
full stops and quotation marks.
"""

from typing import Any, NamedTuple

from citecheck.parsing.words import Gap, Word, read_gap, read_word, tokenise

Key = Any  # hashable: a string, or a tuple of strings and small numbers
LONGEST = 64  # characters of a word that its features see
NO_KEYWORD = ("", "and", "part", "jr")
CHUNK_MARKS = (("jour", "J"), ("press", "P"), ("inst", "U"), ("ed", "E"))
SENTENCE_MARKS = (
    ("jour", "J"), ("press", "P"), ("ed", "E"), ("vol", "V"), ("pp", "p"), ("conf", "C"),
    ("acc", "A"), ("thesis", "T"), ("rep", "R"),
)  # fmt: skip


class Keys(NamedTuple):
    """What the features of a string depend on.

    ``spans`` and ``forms`` are its words, ``rows`` a key for each word and place group, ``chunks``
    the chunk of each word, and ``chunk_rows`` a key for each chunk and chunk group.
    """

    spans: list[tuple[int, int]]
    forms: list[str]
    rows: list[tuple[Key, ...]]
    chunks: list[int]
    chunk_rows: list[tuple[Key, ...]]


def _chunk_shape(words: list[Word]) -> str:
    """What a run of words between separators looks like, in a few letters."""
    length = len(words)
    shapes = [word.shape for word in words]
    initials = [shape[0] for shape in shapes]
    capitals, small, digits = initials.count("X"), initials.count("x"), initials.count("d")
    year = "Y" in shapes
    size = (
        "1"
        if length == 1
        else "2"
        if length == 2
        else "3"
        if length < 5
        else "5"
        if length < 9
        else "9"
    )
    if not small and not digits and not year:
        case = "C"
    elif not capitals and not small:
        case = "D"
    else:
        case = "m" if small < capitals else "l"
    marks = {word.keyword for word in words}
    mark = next((letter for name, letter in CHUNK_MARKS if name in marks), "")
    if not mark:
        mark = "I" if words[0].keyword == "in" else "K" if marks - {"", "part", "and"} else ""
    if length < 5:
        lists = "".join(word.lexicon for word in words)
        mark += ("g" if "G" in lists else "") + ("p" if "L" in lists else "")
    single = "i" if "X" in shapes or "x" in shapes else ""
    return size + case + single + ("y" if year else "") + ("d" if digits else "") + mark


def _sentence_shape(words: list[Word]) -> str:
    """The same for a run between full stops and quotation marks."""
    length = len(words)
    shapes = [word.shape for word in words]
    small = sum(shape[0] == "x" for shape in shapes)
    size = (
        "1"
        if length == 1
        else "2"
        if length < 4
        else "4"
        if length < 8
        else "8"
        if length < 16
        else "L"
    )
    case = "l" if small * 2 > length else "m" if small else "c"
    marks = {word.keyword for word in words}
    mark = "".join(letter for name, letter in SENTENCE_MARKS if name in marks)
    if words[0].keyword == "in":
        mark += "I"
    digits = "d" if any(shape[0] == "d" for shape in shapes) else ""
    return (
        size
        + case
        + ("i" if "X" in shapes else "")
        + ("y" if "Y" in shapes else "")
        + digits
        + mark
    )


def _split(words: list[Word], gaps: list[Gap]) -> tuple[list[int], list[int]]:
    """Index of each word's chunk and sentence."""
    chunks, sentences = [0], [0]
    chunk = sentence = 0
    for i in range(1, len(words)):
        text, core = gaps[i][0], gaps[i][1]
        if core and core not in ("-", "'", "/") and not (text == "(" and words[i].shape[0] == "x"):
            before = words[i - 1]
            single = before.shape in ("X", "x", "d1")
            if core != "." or not single:
                chunk += 1
            if '"' in core or ("." in core and (len(before.form) > 2 or before.shape[0] in "dY")):
                sentence += 1
        chunks.append(chunk)
        sentences.append(sentence)
    return chunks, sentences


def _runs(index: list[int]) -> list[tuple[int, int]]:
    """First and last position of each value of a non-decreasing list."""
    runs = []
    start = 0
    for i in range(1, len(index) + 1):
        if i == len(index) or index[i] != index[start]:
            runs.append((start, i - 1))
            start = i
    return runs


def _entry_style(words: list[Word], gaps: list[Gap]) -> tuple[str, str, str]:
    """Signatures of the entry: place of quotes and years, keywords used, start of the names."""
    count = len(words)
    years = [i for i in range(count) if words[i].shape == "Y"]
    place = "q" if any(gap.opens or gap.closes for gap in gaps) else "-"
    if years:
        first, last = years[0], years[-1]
        place += "e" if last >= count - 2 else "p" if "(" in gaps[first].core else "m"
        place += "(" if "(" in gaps[last].core else "."
        place += "0" if first == 0 else "1" if first < count * 0.4 else "2"
    else:
        place += "n"
    marks = {word.keyword for word in words}
    used = "".join(
        letter
        for name, letter in (("vol", "v"), ("pp", "p"), ("no", "n"), ("in", "i"))
        if name in marks
    )
    if any(word.shape == "URL" for word in words):
        used += "u"
    start = next((i for i in range(count) if words[i].shape[0] != "d"), count)
    names = "_".join(word.shape for word in words[start : start + 3])
    return place, used, names + "|" + (gaps[start + 1].text if start < count else "")


def _ahead(words: list[Word], gaps: list[Gap], chunks: list[int]) -> tuple[list[str], list[str]]:
    """For each word, the next number with its gaps and distance, and the next keyword."""
    count = len(words)
    numbers, keywords = [""] * count, [""] * count
    number, number_chunk, keyword = "E", chunks[-1] + 1, "E"
    for i in range(count - 1, -1, -1):
        numbers[i] = f"{number}~{min(number_chunk - chunks[i], 4)}"
        keywords[i] = keyword
        word = words[i]
        if word.shape[0] in "dY":
            number, number_chunk = gaps[i].core + word.shape + gaps[i + 1].core, chunks[i]
        if word.keyword not in NO_KEYWORD:
            keyword = word.keyword
    return numbers, keywords


def keys(text: str) -> Keys:
    """The words of *text* and the keys of their features."""
    spans = tokenise(text)
    if not spans:
        return Keys(spans, [], [], [], [])
    forms = [text[start : min(end, start + LONGEST)] for start, end in spans]
    words = [read_word(form) for form in forms]
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = [read_gap(text[edges[i] : edges[i + 1]]) for i in range(0, len(edges), 2)]
    entry = _Entry(words, gaps, " ," in text or " ." in text or " ;" in text)
    return Keys(spans, forms, entry.rows(), entry.chunks, entry.chunk_rows())


class _Entry:
    """A string on the way from words and gaps to keys."""

    def __init__(self, words: list[Word], gaps: list[Gap], spaced: bool) -> None:
        self.words = words
        self.gaps = gaps
        self.spaced = spaced
        self.cores = [gap.core for gap in gaps]
        self.kinds = ["B", "B", "B", *(word.kind for word in words), "E", "E", "E"]
        self.chunks, self.sentences = _split(words, gaps)
        self.runs = _runs(self.chunks)
        self.shapes = ["B", "B", *(_chunk_shape(words[a : b + 1]) for a, b in self.runs), "E", "E"]
        self.place, self.used, self.start = _entry_style(words, gaps)
        self.listed = ["", *(word.lexicon for word in words), ""]
        self.forms = ["<s>", "<s>", *(word.form for word in words), "</s>", "</s>"]

    def chunk_rows(self) -> list[tuple[Key, ...]]:
        """The keys of each chunk."""
        words, cores, shapes = self.words, self.cores, self.shapes
        runs = _runs(self.sentences)
        outlines = ["B", *(_sentence_shape(words[a : b + 1]) for a, b in runs), "E"]
        forms = ["<s>", *(word.form for word in words), "</s>"]
        rows: list[tuple[Key, ...]] = []
        for i, (a, b) in enumerate(self.runs):
            own = shapes[i + 2]
            stops = sum([core[:1] == "." for core in cores[a + 1 : b + 2]])
            sentence = self.sentences[a]
            inner = i - self.chunks[runs[sentence][0]]
            rows.append((
                (shapes[i + 1], cores[a], own, cores[b + 1], shapes[i + 3]),
                (shapes[i], shapes[i + 4], str(min(i, 12)), str(min(len(self.runs) - i, 8))),
                (
                    forms[a + 1], forms[b + 1], forms[b + 2], forms[a],
                    str(min(stops, 3)), str(min(b - a + 1, 4)),
                ),
                (
                    outlines[sentence], outlines[sentence + 1], outlines[sentence + 2],
                    str(min(sentence, 5)), str(min(inner, 4)), str(min(len(runs), 7)),
                ),
                (self.place, str(min(sentence, 4)), self.start),
            ))  # fmt: skip
        return rows

    def rows(self) -> list[tuple[Key, ...]]:
        """The keys of each word's surroundings."""
        words, kinds, cores, shapes = self.words, self.kinds, ["", *self.cores, ""], self.shapes
        place, used, spaced = self.place, self.used, self.spaced
        count = len(words)
        numbers, keywords = _ahead(words, self.gaps, self.chunks)
        texts, listed = [gap.text for gap in self.gaps[1:]], self.listed
        rows: list[tuple[Key, ...]] = []
        quote = seen = depth = years = since = 0
        last, number, chunk = "", "B", -1
        for i, (_, shape, keyword, kind, lists) in enumerate(words):
            gap_text, core, opens, closes, deeper = self.gaps[i]
            core_on = cores[i + 2]
            if opens or closes:
                quote = 1 if opens == 1 else 1 - quote if opens and not closes else 0
                seen = 1 if opens else seen
            depth = max(0, depth + deeper)
            index = self.chunks[i]
            rows.append((
                *self._beside(i),
                (cores[i], gap_text, core, kinds[i + 2], shape, kind),
                (texts[i], core_on, cores[i + 3], kinds[i + 4], shape, kind),
                (core, kind, core_on, lists, listed[i], listed[i + 2]),
                (kinds[i + 1], cores[i], kinds[i + 2], core, kind),
                (kind, core_on, kinds[i + 4], cores[i + 3], kinds[i + 5]),
                (f"{quote}{seen}{depth > 0:d}", str(years), last, str(since), shape),
                (numbers[i], number, kind), (keywords[i], last, core, shape),
                (str(int(index != chunk)), shapes[index + 2]),
                (place, str(10 * i // count)),
                (place, used, "spc" * spaced, shape, kind, core),
            ))  # fmt: skip
            chunk = index
            if shape[0] in "dY":
                number = core + shape + core_on
                if shape == "Y" and years < 2:
                    years += 1
            if keyword not in NO_KEYWORD:
                last, since = keyword, 0
            elif since < 3:
                since += 1
        return rows

    def _beside(self, i: int) -> tuple[Key, ...]:
        """The keys of a word that are words beside it."""
        forms, kinds, listed = self.forms, self.kinds, self.listed
        return (
            (forms[i + 1], kinds[i + 2], listed[i]),
            (forms[i], kinds[i + 1]),
            (forms[i + 3], kinds[i + 4], listed[i + 2]),
            (forms[i + 4], kinds[i + 5]),
            tuple(forms[i + 1 : i + 4]),
            (kinds[i], kinds[i + 6]),
        )
