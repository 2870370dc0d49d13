"""Words for the medium of a publication, as entries end with them: "Print.", "Web.", "DVD."

Source: MLA Handbook, 7th edition (2009), 5.4 to 5.7.
"""

USUAL: tuple[str, ...] = ("Print", "Web")
"""Those of nearly every entry, of which other styles say nothing."""

OTHER: tuple[str, ...] = (
    "Audiocassette", "CD", "CD-ROM", "DVD", "DVD-ROM", "E-mail", "Film", "JPEG file", "Kindle file",
    "Lecture", "LP", "Microfiche", "Microfilm", "Microform", "MP3 file", "MS", "PDF file",
    "Performance", "Radio", "Television", "TS", "VHS", "Videocassette",
)  # fmt: skip
"""Those that tell what a work is."""
