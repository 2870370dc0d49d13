"""Small drafts, a repository of thirty, and the command run over them."""

import os
import subprocess
from pathlib import Path

GOOD = (
    "Tides shape the coast (Marlow, 2011). Dunes move (Okafor, 2015).\n\n"
    "References\n\n"
    "Marlow, J. (2011). Tides and shores. Bristol: Harbour Press.\n\n"
    "Okafor, N. (2015). Walking dunes. Cape Town: Sandpiper.\n"
)
BAD = GOOD.replace("(Marlow,", "(Morlow,")
INFO = GOOD.replace("coast (Marlow, 2011).", "coast. (Marlow, 2011).")
PEOPLE = "Adler Brandt Conti Dahl Engel Faber Gomes Hahn Ivers Jonas".split()


def draft(number: int) -> str:
    """A draft of four paragraphs with two slips of its own."""
    first, second, third = (PEOPLE[(number + step) % len(PEOPLE)] for step in (0, 1, 4))
    return (
        f"# Essay {number}\n\n"
        f"Tides shape the coast ({first}, 2011).\n\n"
        f"Dunes move in the wind ({second[:-1]}x, 2015), and {third} (2019) measures them.\n\n"
        f"Kelp grows back ({third}, 2018).\n\n"
        "## References\n\n"
        f"{first}, J. (2011). Tides and shores of the north. Bristol: Harbour Press.\n\n"
        f"{second}, N. (2015). Walking dunes. Cape Town: Sandpiper.\n\n"
        f"{third}, P. (2019). Measures of sand. Oslo: Fjord.\n"
    )


def write_drafts(folder: Path, count: int = 30) -> list[Path]:
    """Drafts below *folder*, some in folders of their own."""
    paths = []
    for number in range(count):
        path = folder / f"part{number % 3}" / f"essay{number:02}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(draft(number), encoding="utf-8")
        paths.append(path)
    return paths


def git(folder: Path, *arguments: str) -> str:
    """Run git in *folder*, with an identity and nobody's settings; what it prints."""
    variables = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": f"a@{what}.example".lower()
           for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }  # fmt: skip
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, check=True, text=True
    ).stdout


def commit(folder: Path) -> str:
    """Commit everything in *folder*, which becomes a repository; the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "drafts", "--no-verify")
    return git(folder, "rev-parse", "HEAD").strip()
