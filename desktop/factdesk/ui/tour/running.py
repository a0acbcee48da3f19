"""Runs the tour: a program of its own with settings of its own, nothing of the user's is touched."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

from factdesk.errors import PlaceError
from factdesk.settings import Settings, ThemeChoice
from factdesk.words import _

log = logging.getLogger(__name__)
LIBRARY = "Sample desk.factdesk"


def run_tour(out: Path, tell: Callable[[str], None] | None = None) -> tuple[Path, ...]:
    """Do the whole main job on the sample library in the folder `out`; give the files it wrote.

    They are a numbered picture a step, `memo.docx` and the library. PlaceError when `out` cannot be written or holds
    the library of an earlier tour. Without a screen the window is drawn offscreen.
    """
    _make_folder(out)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from factdesk.ui.app import Desktop, apply_look, make_application  # noqa: PLC0415  (Qt reads the platform first)
    from factdesk.ui.tour.stage import Stage  # noqa: PLC0415
    from factdesk.ui.tour.steps import STEPS  # noqa: PLC0415

    make_application(["factdesk"])
    settings = Settings(
        who="Ann Reed", language="en", theme=ThemeChoice.LIGHT, reduced_motion=True, recent=(), geometry=""
    )
    apply_look(settings)
    desktop = Desktop(settings, keep=_changed)
    stage = Stage(desktop, out)
    try:
        # Paths in the pictures are short and nobody's own: the tour works from inside its folder.
        with chdir(out):
            for step in STEPS:
                log.info("tour: %s", step.words)
                if tell is not None:
                    tell(step.words)
                step.do(stage)
    finally:
        stage.leave()
        desktop.window.close()
        desktop.close()
        desktop.deleteLater()
    return (*stage.pictures, out / "memo.docx", out / LIBRARY)


def _changed(settings: Settings, **changes: Any) -> Settings:
    """Change settings for this run alone."""
    return settings.model_copy(update=changes)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlaceError(
            _("“{name}” cannot be made.").format(name=out), hint=_("Choose another folder for the tour.")
        ) from error
    if (out / LIBRARY).exists() or (out / "memo.docx").exists():
        raise PlaceError(
            _("“{name}” holds an earlier tour.").format(name=out), hint=_("Choose an empty folder, or remove it.")
        )
