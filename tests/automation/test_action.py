"""The steps of the GitHub Action, run as the shell runs them there, with the events of GitHub."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import citecheck
from tests.cli.drafts import BAD, GOOD, commit

REPOSITORY = Path(__file__).resolve().parents[2]
ACTION = REPOSITORY / ".github" / "actions" / "citecheck"
WORKFLOWS = (ACTION / "action.yml", *sorted((REPOSITORY / ".github" / "workflows").glob("*.yml")))
ZEROS = "0" * 40
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps are for bash")


def described() -> dict[str, Any]:
    """The action as YAML tells it."""
    found: dict[str, Any] = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A checked-out repository with two drafts and one commit, and the runner's own folder."""
    work = tmp_path / "work"
    work.mkdir()
    (tmp_path / "runner").mkdir()
    (work / "good.md").write_text(GOOD, encoding="utf-8")
    (work / "wrong.md").write_text(BAD, encoding="utf-8")
    commit(work)
    return work


class Job:
    """What a job's steps left behind."""

    def __init__(self, work: Path, inputs: dict[str, str], event: dict[str, Any]) -> None:
        self.runner = work.parent / "runner"
        (self.runner / "event.json").write_text(json.dumps(event), encoding="utf-8")
        self.variables = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
            "HOME": str(work.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "RUNNER_TEMP": str(self.runner),
            "GITHUB_ACTION_PATH": str(ACTION),
            "GITHUB_EVENT_PATH": str(self.runner / "event.json"),
            "GITHUB_OUTPUT": str(self.runner / "output"),
            "GITHUB_STEP_SUMMARY": str(self.runner / "summary"),
        }
        self.work = work
        self.checked = self.step("Check citations", inputs)
        (self.runner / "output").touch()
        told = (self.runner / "output").read_text(encoding="utf-8").splitlines()
        self.outputs = dict(line.split("=", 1) for line in told)
        self.concluded = self.step("Fail on findings", inputs)

    def step(self, name: str, inputs: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run the step *name* with the variables that the action gives it."""
        (step,) = [step for step in described()["runs"]["steps"] if step.get("name") == name]
        defaults = {key: given.get("default", "") for key, given in described()["inputs"].items()}
        values = {f"inputs.{key}": value for key, value in {**defaults, **inputs}.items()}
        values |= {f"steps.check.outputs.{k}": v for k, v in getattr(self, "outputs", {}).items()}
        given = {
            key: re.sub(r"\$\{\{ (\S+) \}\}", lambda asked: values[asked[1]], value)
            for key, value in step["env"].items()
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.work, env={**self.variables, **given}, check=False,
            capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip

    @property
    def annotations(self) -> list[str]:
        """The lines that GitHub shows beside the draft."""
        return [line for line in self.checked.stdout.splitlines() if line.startswith("::")]


def test_findings(work: Path) -> None:
    job = Job(work, {}, {"before": ZEROS})
    assert job.checked.returncode == 0, job.checked.stderr
    (annotation,) = job.annotations
    assert annotation.startswith("::error ")
    assert "file=wrong.md,line=1" in annotation
    assert job.outputs["exit-code"] == "1"
    assert job.concluded.returncode == 1
    sarif = json.loads(Path(job.outputs["sarif"]).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["NAM201"]
    assert "NAM201" in (job.runner / "summary").read_text(encoding="utf-8")


def test_no_findings(work: Path) -> None:
    job = Job(work, {"files": " good.md \n\n"}, {})
    assert (job.annotations, job.outputs["exit-code"]) == ([], "0")
    assert job.concluded.returncode == 0


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"exit-zero": "true"}, 0),
        ({"exit-zero": "true", "files": "missing.md"}, 2),
        ({"fail-on": "error"}, 1),
        ({"profile": "strict"}, 2),
        ({"baseline": "missing.json"}, 2),
    ],
)
def test_inputs(work: Path, inputs: dict[str, str], code: int) -> None:
    job = Job(work, inputs, {})
    assert job.concluded.returncode == code
    assert job.checked.returncode == (code if code > 1 else 0)


@pytest.mark.parametrize("kind", ["pull_request", "push", "merge_group"])
def test_changed_lines_only(work: Path, kind: str) -> None:
    base = commit_again(work, "good.md", GOOD.replace("Dunes", "Now dunes"))
    (work / "good.md").write_text(BAD, encoding="utf-8")
    commit(work)
    events: dict[str, dict[str, Any]] = {
        "pull_request": {"number": 7, "pull_request": {"base": {"sha": base, "ref": "main"}}},
        "push": {"ref": "refs/heads/main", "before": base, "after": ZEROS},
        "merge_group": {"merge_group": {"base_sha": base}},
    }
    job = Job(work, {"changed-only": "true"}, events[kind])
    assert ["file=good.md" in line for line in job.annotations] == [True], job.checked.stderr


def test_a_first_push_checks_everything(work: Path) -> None:
    job = Job(work, {"changed-only": "true"}, {"before": ZEROS})
    assert len(job.annotations) == 1


def commit_again(work: Path, name: str, text: str) -> str:
    """Commit another text of the draft *name*."""
    (work / name).write_text(text, encoding="utf-8")
    return commit(work)


@pytest.mark.parametrize("name", ["files", "baseline", "profile", "fail-on", "changed-only"])
def test_inputs_are_never_run(work: Path, name: str) -> None:
    hostile = '$(touch pwned) `touch pwned`; touch pwned\n"; touch pwned; --help --output=pwned'
    Job(work, {name: hostile}, {"before": "$(touch pwned)"})
    assert not list(work.parent.rglob("pwned"))


def test_an_event_cannot_name_options(work: Path) -> None:
    event = {"pull_request": {"base": {"sha": "--output=pwned"}}}
    job = Job(work, {"changed-only": "true"}, event)
    assert len(job.annotations) == 1, "everything is checked"
    assert not (work / "pwned").exists()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_pinned_and_inject_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for used in re.findall(r"uses: (\S+)", text):
        assert used.startswith("./") or re.search(r"@[0-9a-f]{40}$", used), used
    for line in text.splitlines():
        if re.match(r"\s*(- )?run:", line):
            assert "${{" not in line
    assert "pull_request_target" not in text
    if path.parent.name == "workflows":
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}


def test_gitlab_template(work: Path) -> None:
    template = yaml.safe_load((REPOSITORY / ".gitlab" / "citecheck.yml").read_text("utf-8"))
    job = template["citecheck"]
    assert job["variables"]["CITECHECK_VERSION"] == citecheck.__version__
    variables = {**os.environ, **job["variables"], "PYTHONPATH": str(REPOSITORY)}
    variables |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    variables |= {"CITECHECK_FILES": "wrong.md"}
    done = subprocess.run(
        ["sh", "-e", "-c", job["script"][0]], cwd=work, env=variables,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    for report in job["artifacts"]["reports"].values():
        assert "NAM201" in (work / report).read_text(encoding="utf-8")
