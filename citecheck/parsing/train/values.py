"""Values for the fields of made-up strings."""

import random
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from citecheck.parsing.train import names
from citecheck.parsing.train.harmonise import Labelled

_REUSED = ("title", "container", "publisher", "location", "series")
_EDITIONS = {
    "": (
        "2nd ed.",
        "3rd edition",
        "Second edition",
        "2. Aufl.",
        "2e éd.",
        "Rev. ed.",
        "5. Auflage",
    ),
    "plain": ("2nd", "3rd", "second", "third edition", "2nd edition", "fourth edition", "10th"),
    "de": ("2. Aufl.", "3. Auflage", "2., überarb. Aufl.", "4. Aufl.", "5., erweiterte Auflage"),
    "zh": ("2版", "3版", "第2版", "第3版", "第5版", "修订版"),
    "pt": ("2. ed.", "3 ed.", "1. ed.", "10. ed.", "2ª ed.", "4ª edição"),
}
_PROCEEDINGS = re.compile(r"(?i)proc|.{0,80}(conference|symposium|workshop)")
_ASIAN = ("chinese", "japanese", "korean", "arabic")


class Values:
    """Draws values for fields: titles, containers, publishers and places of labelled strings;
    everything else from ``words.toml`` or invented."""

    def __init__(self, rng: random.Random, templates: Path, strings: Iterable[Labelled]) -> None:
        """Read ``words.toml`` in *templates* and gather the values of *strings*."""
        self.rng = rng
        self.words: dict[str, Any] = tomllib.loads((templates / "words.toml").read_text("utf-8"))
        self.script = ""
        self._gold: dict[str, list[str]] = {name: [] for name in (*_REUSED, "proceedings")}
        for string in strings:
            self._gather(string)

    def _gather(self, string: Labelled) -> None:
        labels = [label for *_, label in string.spans]
        for start, end, label in string.spans:
            if label not in _REUSED or labels.count(label) != 1:
                continue
            value = " ".join(string.text[start:end].split()).strip(' .,;:“”"«»')
            value = re.sub(r"^[Ii]n:?\s", "", value)
            odd = any(mark in value for mark in ("<", "{", " ,", " ."))
            if odd or value.count("(") != value.count(")") or not 3 < len(value) < 200:
                continue
            held = label == "container" and _PROCEEDINGS.match(value)
            self._gold["proceedings" if held else label].append(value)

    def draw(self, field: str, variant: str) -> str:
        """A value for ``<field:variant>`` of a template."""
        value: str = getattr(self, f"_{field}")(variant)
        return value

    def _author(self, style: str) -> str:
        rng, known = self.rng, self.words["names"]
        organisations = self.words["organisations"]["words"]
        if style == "org" and rng.random() < 0.85:
            more = rng.choice([" and ", " / ", " & "]) + rng.choice(organisations)
            return str(rng.choice(organisations)) + (more if rng.random() < 0.15 else "")
        if style == "user":
            family, given = names.person(rng, known["people"])
            alias = str(rng.choice(organisations))
            return rng.choice([f"{family}, {given[0]}.", f"{given} {family}", alias])
        count = rng.choice([1, 1, 1, 2, 2, 2, 3, 3, 4, 6])
        if self.script in _ASIAN:
            marks = ["، "] if self.script == "arabic" else ["、", "，", ", ", " · "]
            return str(rng.choice(marks).join(rng.sample(known[self.script], min(count, 3))))
        if self.script:
            drawn = rng.sample(known[self.script], min(count, 4))
            people = [(one.split("|")[0], one.split("|")[1]) for one in drawn]
        else:
            people = [names.person(rng, known["people"]) for _ in range(count)]
        return names.write(rng, people, "apa" if style in ("org", "") else style)

    _editor = _translator = _repeated = _author

    def _title(self, variant: str) -> str:
        if variant == "law":
            return str(self.rng.choice(self.words["organisations"]["laws"]))
        if self.script:
            drawn = self.words["scripts"][self.script]["title"].split()
            drawn = self.rng.sample(drawn, min(len(drawn), self.rng.randint(3, 9)))
            title = ("" if self.script in ("chinese", "japanese") else " ").join(drawn)
            return title[0].upper() + title[1:]
        return self.rng.choice(self._gold["title"]) + ("." if variant == "sub" else "")

    def _container(self, variant: str) -> str:
        lists = self.words["organisations"]
        if variant in lists:
            return str(self.rng.choice(lists[variant]))
        if self.script:
            return str(self.rng.choice(self.words["scripts"][self.script]["container"]))
        source = {"book": "title", "proc": "proceedings", "dated": "proceedings"}.get(variant)
        drawn = self.rng.choice(self._gold[source or "container"])
        if variant == "dated":
            year = self.rng.randint(1985, 2025)
            return f"{year} {drawn}" if self.rng.random() < 0.6 else f"{drawn} {year}"
        return drawn

    def _publisher(self, variant: str) -> str:
        lists = self.words["organisations"]
        if variant:
            sources = {"university": "universities", "institutes": "institutes"}
            return str(self.rng.choice(lists[sources.get(variant, "words")]))
        if self.script:
            return str(self.rng.choice(self.words["scripts"][self.script]["publisher"]))
        return self.rng.choice(self._gold["publisher"])

    def _location(self, variant: str) -> str:
        if variant == "unknown":
            return self.rng.choice(["S. l.", "S.l.", "s. l."])
        if self.script:
            return str(self.rng.choice(self.words["scripts"][self.script]["location"]))
        return self.rng.choice(self._gold["location"])

    def _series(self, _: str) -> str:
        if self.rng.random() < 0.4:
            return str(self.rng.choice(self.words["organisations"]["serials"]))
        return self.rng.choice(self._gold["series"] or self._gold["container"])

    def _date(self, variant: str) -> str:
        rng = self.rng
        if variant == "full":
            return self.day()
        if variant == "full-apa":
            return self.day("en", rng.choice(["{y}, {m} {d}", "{y}, {m} {d}", "{y}, {m}"]))
        if variant == "month-year":
            return self.day(rng.choice(["en", "short"]), rng.choice(["{m} {y}", "{y}"]))
        if variant == "daymonth":
            return self.day("en", "{d} {m}")
        if rng.random() < 0.03:
            return rng.choice(["n.d.", "in press", "forthcoming", "o. J.", "s. f."])
        year = rng.randint(1990, 2025) if rng.random() < 0.85 else rng.randint(1850, 1989)
        return str(year) + (rng.choice("abc") if rng.random() < 0.07 else "")

    def day(self, language: str = "", form: str = "") -> str:
        """A date to the day in one of the languages."""
        rng, months = self.rng, self.words["months"]
        language = language or rng.choice(["en"] * 5 + sorted(months))
        number = rng.randint(1, 12)
        forms = [
            "{d} {m} {y}",
            "{d} {m} {y}",
            "{d}. {m} {y}",
            "{d:02d}.{n:02d}.{y}",
            "{y}-{n:02d}-{d:02d}",
        ]
        if language in ("es", "pt"):
            forms = ["{d} de {m} de {y}", "{d}/{n:02d}/{y}", "{d} {m} {y}"]
        elif language == "en":
            forms = [
                "{d} {m} {y}",
                "{m} {d}, {y}",
                "{d} {m}, {y}",
                "{y}-{n:02d}-{d:02d}",
                "{d}/{n}/{y}",
            ]
        return (form or rng.choice(forms)).format(
            d=rng.randint(1, 28), m=months[language].split()[number - 1], n=number,
            y=rng.randint(2000, 2025) if rng.random() < 0.85 else rng.randint(1900, 1999),
        )  # fmt: skip

    def _volume(self, variant: str) -> str:
        rng = self.rng
        if variant == "year":
            return str(rng.randint(1970, 2025))
        return rng.choice(
            [str(rng.randint(1, 60))] * 6 + [str(rng.randint(61, 500)), "IV", "XII", "LX"]
        )

    def _issue(self, _: str) -> str:
        rng = self.rng
        return rng.choice(
            [str(rng.randint(1, 12))] * 6 + ["1-2", "3/4", "Suppl 1", str(rng.randint(13, 300))]
        )

    def _pages(self, variant: str) -> str:
        rng = self.rng
        first = rng.randint(1, 900)
        last = first + rng.randint(1, 40)
        if variant == "total":
            return f"{first} {rng.choice(['p.', 'S.', 'pp.', 'с.', 'pages', 's.'])}"
        if variant == "pp":
            return f"{rng.choice(['pp. ', 'p. '])}{first}–{last}"
        if variant == "single":
            return str(first)
        spans = [f"{first}-{last}"] * 3 + [f"{first}–{last}"] * 3
        return rng.choice(
            [*spans, str(first), f"e{rng.randint(1, 99999):05d}", f"{first}-{last % 100:02d}"]
        )

    def _doi(self, variant: str) -> str:
        rng = self.rng
        word = rng.choice(names.census()[0]).lower()[:6]
        suffix = rng.choice([
            f"j.{word}.{rng.randint(2000, 2025)}.{rng.randint(1, 12):02d}.{rng.randint(100, 999)}",
            f"s{rng.randint(1, 99999):05d}-{rng.randint(1, 999):03d}-{rng.randint(1, 9999):04d}",
            str(rng.randint(10**6, 10**8)),
        ])  # fmt: skip
        lead = ["https://doi.org/", "doi:", "doi: ", "http://dx.doi.org/", "DOI: ", "DOI "]
        return (
            "" if variant == "bare" else rng.choice(lead)
        ) + f"10.{rng.randint(1000, 9999)}/{suffix}"

    def _url(self, _: str) -> str:
        rng = self.rng
        words = re.findall(r"[a-z]+", rng.choice(self._gold["title"]).lower()) or ["page"]
        slug = "-".join(words[: rng.randint(2, 7)])
        host = rng.choice(names.census()[0]).lower() + rng.choice(
            [".org", ".com", ".gov", ".de", ".no", ".ru"]
        )
        start = rng.choice(["https://", "https://", "http://", "www.", "https://www."])
        tail = [
            "",
            ".html",
            "/",
            ".pdf",
            f"?id={rng.randint(1, 99999)}",
            f"_({words[0]})",
            "/2019/05/03/",
        ]
        return (
            start + host + rng.choice(["", "/news", "/en", "/wiki"]) + "/" + slug + rng.choice(tail)
        )

    def _accessed(self, variant: str) -> str:
        phrases = self.words["accessed"]
        if variant == "from":
            return str(self.rng.choice(phrases["from"]))
        if variant == "date":
            return self.day()
        if variant == "cited":
            return "cited " + self.day("short", "{y} {m} {d}")
        phrase = str(self.rng.choice(phrases["phrases"])).replace("{d}", self.day())
        return f"({phrase})" if variant == "paren" else phrase

    def _genre(self, variant: str) -> str:
        return str(self.rng.choice(self.words["organisations"]["genres"][variant]))

    def _note(self, variant: str) -> str:
        if variant == "handle":
            return self.rng.choice(names.census()[0]).lower() + str(self.rng.randint(1, 99))
        return str(self.rng.choice(self.words["organisations"][variant]))

    def _edition(self, variant: str) -> str:
        if variant == "version":
            return f"v{self.rng.randint(1, 9)}.{self.rng.randint(0, 9)}"
        editions = _EDITIONS[variant]
        return self.rng.choice(editions)

    def _idno(self, _: str) -> str:
        rng = self.rng
        return f"{rng.randint(7, 25):02d}{rng.randint(1, 12):02d}.{rng.randint(1, 20000):05d}"

    def _number(self, variant: str) -> str:
        if variant == "key":
            family = self.rng.choice(names.census()[0])
            return family[: self.rng.choice([2, 3, 3])] + f"{self.rng.randint(70, 125) % 100:02d}"
        return str(self.rng.randint(1, 120))
