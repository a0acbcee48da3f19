"""`gui` and `tour`: what is asked of the window, which is not loaded here."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import FakeDoors, Run


def test_gui_hands_on_library_theme_thing_and_files(run: Run, doors: FakeDoors, tmp_path: Path) -> None:
    ran = run("gui", "--theme", "dark", "--open", "C-3", tmp_path / "a.txt", "--library", tmp_path)
    assert ran.code == 0
    assert doors.windows == [(tmp_path, "dark", "C-3", (tmp_path / "a.txt",))]


def test_no_command_opens_the_window_on_the_library(run: Run, doors: FakeDoors, tmp_path: Path) -> None:
    run("--library", tmp_path)
    run()
    assert doors.windows == [(tmp_path, None, None, ()), (None, None, None, ())]


def test_a_window_that_ends_badly_is_a_failure(run: Run, doors: FakeDoors) -> None:
    doors.code = 5
    assert run("gui").code == 1


def test_an_unknown_theme_is_refused(run: Run, doors: FakeDoors) -> None:
    assert run("gui", "--theme", "pink").code == 2
    assert doors.windows == []


def test_tour_names_the_files_it_wrote(run: Run, doors: FakeDoors, tmp_path: Path) -> None:
    files = [str(tmp_path / "01-file.png"), str(tmp_path / "memo.docx")]
    assert run("tour", "--out", tmp_path, schema="tour").result == {"files": files}
    assert run("tour", "--out", tmp_path).out.splitlines() == files
    run("tour")
    assert doors.tours == [tmp_path, tmp_path, Path.cwd() / "factdesk-tour"]
