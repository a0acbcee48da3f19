"""packaging/run: what it starts, and the one sentence for each trouble."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "run"
# All that the script calls; what is not here (apt-get above all) does not exist for it.
TOOLS = (
    "awk", "basename", "bash", "cat", "cut", "df", "dirname", "env", "flock", "grep", "id", "ls", "mkdir", "mktemp",
    "readlink", "rm", "sed", "sh", "sha256sum", "tr", "uname",
)  # fmt: skip


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """Give a folder of programs without Python and without a package manager."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return folder


def run(tools: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script in a folder of its own, with nothing of the caller's environment but the home."""
    given = {"PATH": str(tools), "HOME": os.environ["HOME"], "TMPDIR": str(tools.parent), "LANG": "C.UTF-8"}
    given["FACTDESK_VENV"] = str(tools.parent / "environment")
    return subprocess.run(
        [RUN, *arguments], cwd=tools.parent, env=given | environment, capture_output=True, text=True, check=False
    )


def program(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def last_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


@pytest.fixture
def ready(tools: Path) -> Path:
    """Give an environment that is stamped as ready and whose `factdesk` says what it was asked."""
    folder = tools.parent / "environment"
    venv.create(folder, with_pip=False, symlinks=True)
    stamp = '. "$0"; lock=requirements.lock; wanted_stamp >"$venv/factdesk-requirements.lock.stamp"'
    environment = {"PATH": str(tools), "FACTDESK_VENV": str(folder)}
    subprocess.run(["bash", "-c", stamp, str(ROOT / "packaging" / "environment.sh")], env=environment, check=True)
    return program(folder / "bin" / "factdesk", 'echo "asked: $*"')


def test_help_sets_nothing_up(tools: Path) -> None:
    done = run(tools, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "packaging/run [--out DIR]" in done.stdout
    assert not (tools.parent / "environment").exists()


@pytest.mark.usefixtures("ready")
def test_with_a_screen_opens_the_window(tools: Path) -> None:
    done = run(tools, "--theme", "dark", DISPLAY="desk.example:0")
    assert (done.stdout, done.returncode) == ("asked: gui --theme dark\n", 0)


@pytest.mark.usefixtures("ready")
def test_without_a_screen_runs_the_tour(tools: Path) -> None:
    done = run(tools)
    assert done.stdout == f"asked: tour --out {tools.parent}/factdesk-tour\n"


@pytest.mark.usefixtures("ready")
def test_an_earlier_tour_stays_and_the_next_has_a_number(tools: Path) -> None:
    for name in ("factdesk-tour", "factdesk-tour-2"):
        (tools.parent / name).mkdir()
    assert run(tools).stdout == f"asked: tour --out {tools.parent}/factdesk-tour-3\n"


@pytest.mark.usefixtures("ready")
def test_a_display_that_is_gone_is_no_screen(tools: Path) -> None:
    done = run(tools, "--out", "my pictures", DISPLAY=":9731")
    assert done.stdout == "asked: tour --out my pictures\n"


@pytest.mark.usefixtures("ready")
def test_options_of_the_window_are_named_when_there_is_none(tools: Path) -> None:
    done = run(tools, "--theme", "dark", "--out=here", QT_QPA_PLATFORM="offscreen", DISPLAY="desk.example:0")
    assert done.stdout == "asked: tour --out here\n"
    assert "left out: --theme dark" in done.stderr


@pytest.mark.usefixtures("ready")
def test_a_verb_goes_to_the_command_line(tools: Path) -> None:
    assert run(tools, "show", "A-12", "--json").stdout == "asked: show A-12 --json\n"


@pytest.mark.usefixtures("ready")
def test_a_second_start_sets_nothing_up(tools: Path) -> None:
    assert run(tools, "articles").stderr == ""


def test_no_python_is_one_sentence(tools: Path) -> None:
    assert last_sentence(run(tools)).startswith("There is no Python here;")


def test_an_old_python_is_one_sentence(tools: Path) -> None:
    program(tools / "python3", 'case "$*" in *print*) echo 3.9 ;; *) exit 1 ;; esac')
    assert "this is Python 3.9;" in last_sentence(run(tools))


def test_a_python_without_venv_is_one_sentence(tools: Path) -> None:
    program(tools / "python3", f'case "$*" in *ensurepip*) exit 1 ;; esac\nexec {sys.executable} "$@"')
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert last_sentence(run(tools)).endswith(f"sudo apt-get install -y python{version}-venv")


def test_a_place_that_cannot_be_written_is_one_sentence(tools: Path) -> None:
    taken = tools.parent / "taken"
    taken.write_text("a file, no folder")
    done = run(tools, FACTDESK_VENV=str(taken / "environment"))
    assert f"this folder may not be written: {taken}" in last_sentence(done)


def test_a_folder_with_other_things_is_left_alone(tools: Path) -> None:
    kept = tools.parent / "letters" / "mine.txt"
    kept.parent.mkdir()
    kept.write_text("dear")
    assert "left alone" in last_sentence(run(tools, FACTDESK_VENV=str(kept.parent)))
    assert kept.read_text() == "dear"


def test_no_network_is_one_sentence_and_is_made_good_later(tools: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
    done = run(tools, FACTDESK_PYTHON=sys.executable, **nowhere)
    assert "the network or the package index is away" in last_sentence(done)
    assert not list((tools.parent / "environment").glob("*.stamp"))
    assert not list(tools.parent.glob("factdesk-setup*"))


def as_debian(tools: Path, user: int) -> Path:
    """Give the tools a package manager that writes down what it is asked, and a loader that knows no library."""
    asked = tools.parent / "asked"
    program(tools / "apt-get", f'echo "$*" >>"{asked}"')
    program(tools / "dpkg", "exit 0")
    program(tools / "ldconfig", "exit 0")
    (tools / "id").unlink()
    program(tools / "id", f"echo {user}")
    return asked


@pytest.mark.usefixtures("ready")
def test_missing_libraries_are_named_to_a_user_in_one_line_to_type(tools: Path) -> None:
    asked = as_debian(tools, user=1000)
    sentence = last_sentence(run(tools, "articles"))
    assert "type this line and start again: sudo apt-get install -y libegl1 libgl1 libglib2.0-0" in sentence
    assert not asked.exists()


@pytest.mark.usefixtures("ready")
def test_missing_libraries_are_installed_by_root(tools: Path) -> None:
    asked = as_debian(tools, user=0)
    assert run(tools, "articles").stdout == "asked: articles\n"
    assert "libxcb" not in asked.read_text()
    assert run(tools, DISPLAY="desk.example:0").stdout == "asked: gui\n"
    assert "libxcb-cursor0" in asked.read_text()
