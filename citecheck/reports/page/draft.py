"""The draft as text, in rows: left what stands there, right the findings on it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from citecheck.fingerprints import SAME_CAUSE
from citecheck.locale import Phrases
from citecheck.model import Citation, Document, Match, MatchStatus, Reference, Report, Span
from citecheck.reports.page.blocks import blocks, is_title
from citecheck.reports.page.cards import Numbered, card, label
from citecheck.reports.page.marks import Anchor, Layers, Link, Mark, marked_up
from citecheck.reports.page.markup import element, text
from citecheck.reports.region import line_label

_LONGEST_MARK = 160  # characters; a place beyond that has its number and no marking
_TITLE = 140  # characters of an entry that a citation shows when pointed at
_MOST_BACKLINKS = 40  # citations named under an entry


class DraftPage:
    """One report as it stands on the page; ``prefix`` begins all ids of the draft."""

    def __init__(
        self, report: Report, findings: tuple[Numbered, ...], prefix: str, say: Phrases
    ) -> None:
        """*findings* are those of *report*, in their order."""
        self.report, self.findings, self.prefix, self.say = report, findings, prefix, say
        self.document = report.document
        self.blocks = list(blocks(report)) or [Span(start=0, end=len(self.document.text))]
        self.starts = [block.start for block in self.blocks]
        self.references = {reference.id: reference for reference in report.references}
        self.layers = [Layers([], [], []) for _ in self.blocks]
        self.cards: defaultdict[int, list[Numbered]] = defaultdict(list)
        self.cited: defaultdict[str, list[Citation]] = defaultdict(list)
        self._lay_citations()
        self._lay_findings()
        self._lay_entries()

    def block_of(self, span: Span) -> int:
        """The index of the block in which *span* begins, or before which it stands."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def _lay_citations(self) -> None:
        matches = {match.citation_id: match for match in self.report.matches}
        for citation in self.report.citations:
            match = matches.get(citation.id)
            meant = [i for i in (match.reference_ids if match else ()) if i in self.references]
            for identifier in meant:
                self.cited[identifier].append(citation)
            link = self._link(citation, match, meant)
            self.layers[self.block_of(citation.span)].links.append(link)

    def _link(self, citation: Citation, match: Match | None, meant: list[str]) -> Link:
        status = match.status if match else MatchStatus.UNMATCHED
        entries = [_cut(self.references[identifier].raw) for identifier in meant]
        title = "\n".join(entries) or self.say("no entry of the list fits")
        target = f"{self.prefix}-{meant[0]}" if meant else ""
        return Link(citation.span, f"{self.prefix}-{citation.id}", target, status.value, title)

    def _lay_findings(self) -> None:
        for numbered in self.findings:
            finding = numbered.finding
            self._lay_mark(numbered, finding.span, 0)
            self.cards[self.block_of(finding.span)].append(numbered)
            originals = self.report.findings[numbered.number - 1].related
            for index, place in enumerate(originals, 1):
                if place.message in SAME_CAUSE:
                    self._lay_mark(numbered, place.span, index)
                else:
                    self._lay_anchor(place.span, numbered.place(index))

    def _lay_mark(self, numbered: Numbered, span: Span, index: int) -> None:
        mark = Mark(
            span=span,
            number=numbered.number,
            severity=numbered.finding.severity,
            id=numbered.place(index),
            card=numbered.card,
            label=label(numbered, self.say),
            is_marked=len(span) <= _LONGEST_MARK,
        )
        self.layers[self.block_of(span)].marks.append(mark)

    def _lay_anchor(self, span: Span, identifier: str) -> None:
        index = self.block_of(span)
        block = self.blocks[index]
        at = min(max(span.start, block.start), block.end)
        self.layers[index].anchors.append(Anchor(at, identifier))

    def _lay_entries(self) -> None:
        for reference in self.references.values():
            if reference.source is None:
                self._lay_anchor(reference.span, f"{self.prefix}-{reference.id}")

    def rows(self) -> Iterator[str]:
        """The rows of the draft, in order."""
        entries: defaultdict[int, list[Reference]] = defaultdict(list)
        for reference in self.references.values():
            if reference.source is None:
                entries[self.block_of(reference.span)].append(reference)
        headings = {self.block_of(s.heading) for s in self.report.sections if s.heading}
        for index, block in enumerate(self.blocks):
            following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
            is_list = index in headings or entries[index]
            titles = not is_list and is_title(self.document.text, block, following)
            style = "heading" if index in headings else "words title" if titles else "words"
            body = element(
                "p",
                marked_up(self.document.text, block, self.layers[index]),
                class_=style,
                dir="auto",
            )
            body += "".join(self._cited_by(reference) for reference in entries[index])
            cards = "".join(card(n, self.document, self.say) for n in self.cards[index])
            kind = "row entry" if entries[index] else "row"
            margin = element("div", cards, class_="margin") if cards else ""
            yield element("div", element("div", body, class_="text") + margin, class_=kind)

    def _cited_by(self, reference: Reference) -> str:
        """Links back to the citations of an entry."""
        citations = self.cited[reference.id]
        if not citations:
            return element("p", text(self.say("not cited")), class_="cited-by none")
        links = [
            element("a", text(self._line(citation)), href=f"#{self.prefix}-{citation.id}")
            for citation in citations[:_MOST_BACKLINKS]
        ]
        more = len(citations) - len(links)
        lead = self.say("cited at") if self.document.parts else self.say("cited in line")
        said = f"{text(lead)} {', '.join(links)}"
        said += text(self.say(" and {n} more", n=more)) if more else ""
        return element("p", said, class_="cited-by")

    def _line(self, citation: Citation) -> str:
        return line_label(self.document, citation.span.start, self.say.language)

    def sources(self) -> Iterator[str]:
        """The entries that stand in other files, each file under its heading."""
        for path, source in self.report.sources.items():
            rows = [
                self._listed(reference, source)
                for reference in self.references.values()
                if reference.source == path
            ]
            if rows:
                yield element("h3", text(path)) + "".join(rows)

    def _listed(self, reference: Reference, source: Document) -> str:
        line = source.position(reference.span.start).line
        body = element(
            "p",
            f'<span class="anchor" id="{text(f"{self.prefix}-{reference.id}")}"></span>'
            + text(reference.raw),
            class_="words data",
            dir="auto",
            title=self.say("line {line}", line=line),
        )
        inner = element("div", body + self._cited_by(reference), class_="text")
        return element("div", inner, class_="row entry")


def _cut(raw: str) -> str:
    said = " ".join(raw.split())
    return said if len(said) <= _TITLE else said[: _TITLE - 1].rstrip() + "…"
