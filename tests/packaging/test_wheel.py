"""The wheel is whole: what a person installs runs without the checkout."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import factdesk

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run outside the checkout, and without what put the checkout on this process's path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def names(folder: Path) -> set[str]:
    """Give the files below a folder; caches are not for users."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if not any(part.startswith((".", "__pycache")) for part in path.parts)}


def test_wheel_carries_code_and_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("factdesk/")}
    code = {f"factdesk/{name}" for name in names(ROOT / "desktop" / "factdesk")}
    resources = {f"factdesk/resources/{name}" for name in names(ROOT / "resources")}
    assert resources
    assert carried == code | resources


def test_wheel_names_its_licence_and_dependencies(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode()
        assert any(name.endswith(".dist-info/licenses/LICENSE") for name in archive.namelist())
    assert "License-Expression: GPL-3.0-or-later" in metadata
    assert "Requires-Dist: sqlmodel" in metadata


def test_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "factdesk", "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert factdesk.__version__ in done.stdout


def test_installed_program_uses_its_own_files(installed: Path, tmp_path: Path) -> None:
    program = "import factdesk, factdesk.paths; print(factdesk.__file__); print(factdesk.paths.resources())"
    done = run(installed / "python", "-c", program, cwd=tmp_path)
    assert done.stderr == ""
    assert all(line.startswith(str(installed.parent)) for line in done.stdout.splitlines())


def test_installed_program_makes_and_reads_a_library(installed: Path, tmp_path: Path) -> None:
    library = tmp_path / "Desk.factdesk"
    made = run(installed / "factdesk", "new", library, cwd=tmp_path)
    listed = run(installed / "factdesk", "articles", "--library", library, "--json", cwd=tmp_path)
    assert (made.returncode, listed.returncode, listed.stderr) == (0, 0, "")
    assert '"ok": true' in listed.stdout


def test_both_commands_are_installed(installed: Path) -> None:
    assert {"factdesk", "factdesk-window"} <= {path.name for path in installed.iterdir()}
