"""Whole drafts that cite in notes: what each note means, and what is reported."""

from typing import NamedTuple

import pytest

from citecheck import check


class Draft(NamedTuple):
    """A draft, and for each citation the first word of its entry, with what is reported."""

    text: str
    cited: str
    findings: tuple[str, ...] = ()


CHICAGO = """The Lamplighters

Light was a trade.[1] It had masters.[2] It had critics.[3] Gas came.[4] Then wire.[5] The poor
stayed dark.[6] Some protested.[7] Others wrote.[8] We know little.[9] A last word.[10]

Notes

1. Miriam Vasquez, Trimming the Wick: Labor and Light in the Early City (Chicago: Harbor, 1994), 12.
2. Vasquez, Trimming the Wick, 20. For a different view, see Dale Orton, “Masters of the Lamp,” \
Journal of Urban Trades 8, no. 2 (2001): 33.
3. Orton, “Masters,” 35; Vasquez, Wick, 44.
4. I am grateful to the keepers of the Gas Museum.
5. Helena Brandt and Piet Mulder, Wires over Water (London: Quayside, 2010), 5, 77.
6. Ibid., 80. Compare Orton, “Masters of the Lamp,” 40.
7. Brandt and Mulder, Wires, 102; cf. Vasquez, Trimming, 9, and see also Orton, “Masters,” 41.
8. Sybil Crane, The Dark Quarter (New York: Lantern, 1921), chap. 2.
9. Ibid.
10. Quoted in Vasquez, Trimming the Wick, 101n4.

Bibliography

Brandt, Helena, and Piet Mulder. Wires over Water. London: Quayside, 2010.
Orton, Dale. “Masters of the Lamp.” Journal of Urban Trades 8, no. 2 (2001): 31–58.
Vasquez, Miriam. Trimming the Wick: Labor and Light in the Early City. Chicago: Harbor, 1994.
"""

GERMAN = """Das Wasser der Städte

Die Geschichte der Brunnen ist jung.1 Man hat sie lange übersehen.2 Erst spät kam die Wende.3 Die
Quellen schweigen.4 Manche reden doch.5 Die Leitungen folgten.6 Der Streit dauert an.7

Anmerkungen

1 Vgl. Hanna Lindqvist, Brunnen und Bürger. Zur Geschichte des Trinkwassers, Kiel 1998, S. 14–33.
2 Ebd., S. 40; Emil Torberg: Die Stadt am Fluss, Wien 2003, S. 8.
3 Torberg, a.a.O., S. 12 f. Vgl. dazu auch Lindqvist, Brunnen, S. 51.
4 Stadtarchiv Bremen, 2-R.1, Bl. 7.
5 Ebd., Bl. 9.
6 Rosa Feldhaus/Jens Ohm, Rohre und Netze. Technik der Moderne, Bonn 2007, hier S. 80.
7 Feldhaus/Ohm, Technik, S. 91; dagegen Torberg, Stadt, S. 60; ders., Ufer und Hafen, S. 4.

Literaturverzeichnis

Feldhaus, Rosa/Ohm, Jens: Rohre und Netze. Technik der Moderne, Bonn 2007.
Lindqvist, Hanna: Brunnen und Bürger. Zur Geschichte des Trinkwassers, Kiel 1998.
Torberg, Emil: Die Stadt am Fluss, Wien 2003.
Torberg, Emil: Ufer und Hafen. Aufsätze, Wien 2009.
"""

FRENCH = """Les moulins

Les moulins parlent1. On les écoute peu2. Ils tournent3. Le vent tombe4. Le bief reste5. La meule
dort6. Les meuniers partent7. On oublie8.

Notes

1. Odile Carpentier, Le Grain et la meule. Histoire des moulins, Paris, Le Bief, 1988, p. 21.
2. Ibid., p. 22 ; cf. Bruno Sallé, « Vents de Beauce », Revue des campagnes, no 14, 1995, p. 7-19.
3. Carpentier, op. cit., p. 30.
4. B. Sallé, art. cit., p. 9.
5. Voir Jean Pasquier, Le Dernier Meunier, Lyon, Saône, 1972, p. 88.
6. O. Carpentier, Le Grain et la meule, op. cit., p. 41. Voir aussi Sallé, « Vents », p. 12.
7. Noël Duval, La Digue, Lille, Septentrion, 1980.
8. Duval, op. cit., p. 5 ; Pasquier, Le Dernier…, op. cit., p. 4.

Bibliographie

Carpentier, Odile, Le Grain et la meule. Histoire des moulins, Paris, Le Bief, 1988.
Pasquier, Jean, Le Dernier Meunier, Lyon, Saône, 1972.
Sallé, Bruno, « Vents de Beauce », Revue des campagnes, no 14, 1995, p. 7-19.
"""

WITH_MISTAKES = """Le strade

Le strade furono molte.[1] Poi poche.[2] Poi nessuna.[3] Ancora.[4] E ancora.[5]

[1] Anna Bellucci, Le vie del sale: commercio e montagna, Torino, Alpina, 1997, p. 4.
[2] Dino Rosetti, «Ponti di pietra», Rivista di viabilità 4 (2006), p. 12.
[3] Bellucci, Le vie, cit., p. 9.
[4] Ivi, p. 10.
[5] Rossetti, Ponti, cit., p. 20; cfr. anche Bellucci, Vie del sale, p. 3.

Bibliografia

Bellucci, Anna. Le vie del sale: commercio e montagna. Torino: Alpina, 1999.
Rossetti, Dino. «Ponti di pietra». Rivista di viabilità 4 (2006): 11–29.
"""

WITH_COMMENTS = """The Ferry

Ferries were slow.[1] They sank.[2] People swam.[3] Bells rang.[4] No one came.[5] All slept.[6]

Notes

[1] Ruth Abbott, The Crossing of the Sound (Boston: Tern Press, 1990), 4.
[2] I thank the pilots of the harbour.
[3] Joan Pell, Oars and Rowers (Leeds: Moor, 2004), 5.
[4] The spelling has been modernised.
[5] Tom Ray, Reply to the Ferrymen (Bath: Avon, 2005), 7.
[6] All translations are mine.

Bibliography

Abbott, Ruth. The Crossing of the Sound. Boston: Tern Press, 1990.
Pell, Joan. Oars and Rowers. Leeds: Moor, 2004.
Ray, Tom. Reply to the Ferrymen. Bath: Avon, 2005.
"""

DRAFTS = {
    "Chicago": Draft(
        CHICAGO,
        "Vasquez Vasquez Orton Orton Vasquez Brandt Brandt Orton Brandt Vasquez Orton Vasquez",
    ),
    "German": Draft(
        GERMAN,
        "Lindqvist Lindqvist Torberg Torberg Lindqvist Feldhaus Feldhaus Torberg Torberg",
    ),
    "French": Draft(
        FRENCH,
        "Carpentier Carpentier Sallé Carpentier Sallé Pasquier Carpentier Sallé Pasquier",
    ),
    "mistakes": Draft(
        WITH_MISTAKES,
        "Bellucci Rossetti Bellucci Bellucci Rossetti Bellucci",
        ("DAT301 1999", "NAM201 Rossetti"),
    ),
    "comments": Draft(WITH_COMMENTS, "Abbott Pell Ray"),
}


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_draft_with_notes(draft: Draft) -> None:
    report = check(draft.text)
    entries = {entry.id: entry.raw.split(",")[0] for entry in report.references}
    assert [" ".join(entries[i] for i in m.reference_ids) for m in report.matches] == (
        draft.cited.split()
    )
    assert [f"{f.code} {f.suggestion}" for f in report.findings] == list(draft.findings)


ONLY_NOTES = {
    "Notes with a bibliography's shape": CHICAGO.partition("\nBibliography")[0],
    "Anmerkungen": GERMAN.partition("\nLiteraturverzeichnis")[0],
    "Notes in French": FRENCH.partition("\nBibliographie")[0],
    "no heading": WITH_MISTAKES.partition("\nBibliografia")[0],
    "imprints": WITH_COMMENTS.partition("\nBibliography")[0],
    "short titles only": """The Ferry

Ferries were slow.[1] They sank.[2] People swam.[3] Bells rang.[4] No one came.[5]

Endnotes

1. Ruth Abbott, The Crossing (Boston: Tern, 1990), 4.
2. Abbott, Crossing, 9.
3. See Joan Pell, “Oars,” River Studies 3 (2004): 5; and Tom Ray, “Reply,” ibid., 7.
4. Abbott, Crossing, 11.
5. Pell, “Oars,” 6.
""",
}


@pytest.mark.parametrize("text", ONLY_NOTES.values(), ids=ONLY_NOTES)
def test_a_draft_with_notes_and_no_list(text: str) -> None:
    report = check(text)
    assert (report.references, report.citations, report.findings) == ((), (), ())


def test_a_numbered_list_under_notes_is_a_list() -> None:
    text = """Ferries were slow [1]. They sank [2]. People swam [3]. So be it [4].

Notes

1. Abbott, R. (1990). The crossing of the sound by night. Boston: Tern Press.
2. Pell, J., & Moor, A. (2004). Oars and rowers. River Studies, 3(2), 5-9.
3. Ray, T. (2005). A reply to the ferrymen. River Studies, 4(1), 7-8.
4. Shaw, B. (2011). Bells of the harbour. Coast and Port, 12(4), 71-88.
"""
    assert len(check(text).references) == 4
