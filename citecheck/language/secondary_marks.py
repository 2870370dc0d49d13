"""What stands between a work and the one that it was read in: "cited in", "zit. nach", "apud".

Sources: secondary citations in the APA manual, 7th ed., 8.6, and its translations; ABNT NBR
10520, 7.2 ("apud"); the customs of the other languages.
"""

from functools import cache

from citecheck.language.folding import fold

# By language: what may stand first, then a participle, then a preposition; "-" stands for none,
# "_" for a space within one.
_PHRASES = """
- as -> cited quoted mentioned discussed reported referenced reprinted reproduced summarised
 summarized translated described qtd ctd -> in by from after
- wie -> zit zitiert cit nachgedruckt abgedruckt wiedergegeben erwahnt referiert -> nach in bei n
- como_se como se_citado citado tal_como -> citado citada citados cit cito cita citan menciona
 menciono mencionado -> en por em in
- como tal_como -> citado citada citados cit mencionado referido -> em por in
- tel_que comme -> cite citee cites mentionne mentionnee rapporte reproduit cit -> dans par in
- come -> cit citato citata citati riportato menzionato -> in da
- zoals als -> geciteerd aangehaald vermeld besproken genoemd gecit -> in door bij
- som slik -> sitert siteret referert gjengitt omtalt -> i av hos
- som -> citeret refereret gengivet omtalt -> i af hos
- som -> citerad citerat citerade refererad refererat atergiven omtalad -> i av hos
- -> cyt cytowany cytowana cytowane cyt_wg podaje -> za w wg przez po
- -> cit citovano citovany citovan citovane uvadi -> podle dle in v z
- -> idezi idezve kozli hivatkozik -> in -
- -> viitattu siteerattu lainattu -> teoksessa lahteessa in
- -> цит цитируется цитировано цитата приводится -> по за в
- -> цит цитовано цитується цитата -> за по в у
"""
_OTHERS = frozenset(
    "apud|in|via|za|from|nach|idezi|aktaran|akt|alintilayan|atifta bulunan|citado apud|cit apud"
    "|cited|quoted|から引用|より引用|転引|转引自|引自|로부터 재인용|재인용".split("|")
)


_CITING = frozenset(
    "citing|quoting|who cites|who quotes|which cites|which quotes|citant|qui cite|citando|que cita"
    "|que citan|der zitiert|die zitiert|zitierend|citerend|die citeert|som siterer|som citerar"
    "|som citerer|cytujac|цитируя|который цитирует|цитуючи".split("|")
)
_LONGEST = 4


@cache
def _marks() -> frozenset[str]:
    found = set(_OTHERS)
    for line in _PHRASES.replace("\n ", " ").strip().split("\n"):
        parts = [part.split() for part in line.split(" -> ")]
        openers = parts[0] if len(parts) == 3 else ["-"]
        for opener in {"-", *openers}:
            found.update(
                f"{opener} {verb} {word}".replace("- ", "").replace(" -", "").replace("_", " ")
                for verb in parts[-2]
                if verb != "-"
                for word in parts[-1]
            )
    return frozenset(found)


def is_secondary(words: str) -> bool:
    """Whether *words*, between two works, say that the first was read in the second."""
    return _bare(words) in _marks()


def ends_secondary(words: str) -> bool:
    """Whether *words*, between two works in a sentence, end in such a mark: "wrote (cited in"."""
    last = _bare(words).replace(",", " ").replace("(", " ").split()[-_LONGEST:]
    return any(" ".join(last[start:]) in _marks() for start in range(len(last) - 1))


def is_citing(words: str) -> bool:
    """Whether *words*, between two works, say that the first cites the second: "citing"."""
    return _bare(words) in _CITING


def _bare(words: str) -> str:
    return " ".join(fold(words).replace(".", " ").split()).strip(" ,:;()[]*_")
