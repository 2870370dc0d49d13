"""How the names of book series begin, as publishers' catalogues have them."""

NEVER_SUBTITLES: tuple[str, ...] = (
    "Cambridge Series", "Cambridge Studies", "Graduate Texts", "Lecture Notes", "Schriftenreihe",
    "Sonderband", "Sonderheft", "Springer Series", "Springer Texts", "Springer Tracts",
    "SpringerBriefs", "Synthesis Lectures",
)  # fmt: skip
"""Those with which no subtitle begins."""

MAYBE_SUBTITLES: tuple[str, ...] = (
    "Beihefte", "Contributions to", "Foundations and", "Foundations in", "Handbook of",
    "Monographs in", "Monographs on", "Probability Theory and", "Studies in", "Texts in",
)  # fmt: skip
"""Those with which a subtitle may begin as well: "Rivers: Studies in Silt"."""
