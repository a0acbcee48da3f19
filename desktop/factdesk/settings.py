"""Every option of this machine, declared once: the settings page, the command line and the help read these fields."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from factdesk.errors import PlaceError
from factdesk.paths import config_folder
from factdesk.words import _, mark


class ThemeChoice(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return mark("Checker")


class Settings(BaseSettings):
    """Options of this machine; options of the desk (scales, people) are rows in the library.

    A field's `title` is its label, `description` the line below it; both are marked for translation.
    Environment variables FACTDESK_<FIELD> win over the file.
    """

    model_config = SettingsConfigDict(env_prefix="FACTDESK_", extra="ignore", frozen=True)

    who: Annotated[
        str, Field(title=mark("Your name"), description=mark("Stands beside what you do in the history and in memos."))
    ] = Field(default_factory=_own_name)
    language: Annotated[
        str, Field(title=mark("Language"), description=mark("Follows the system where none is chosen."))
    ] = ""
    theme: Annotated[
        ThemeChoice, Field(title=mark("Colours"), description=mark("Light, dark, or as the system has it."))
    ] = ThemeChoice.SYSTEM
    reading_size: Annotated[
        int, Field(ge=16, le=22, title=mark("Text size"), description=mark("Size of the text you read, in pixels."))
    ] = 18
    reduced_motion: Annotated[
        bool, Field(title=mark("Less motion"), description=mark("Panes and overlays appear at once."))
    ] = False
    allow_private: Annotated[
        bool,
        Field(
            title=mark("Allow private addresses"),
            description=mark("Let filing fetch from this computer and the local network."),
        ),
    ] = False
    recent: Annotated[
        tuple[str, ...], Field(title=mark("Recent libraries"), description=mark("Kept by Factdesk."))
    ] = ()
    keys: Annotated[
        Mapping[str, str], Field(title=mark("Keys"), description=mark("Your own shortcut for an action."))
    ] = Field(default_factory=dict)
    geometry: Annotated[str, Field(title=mark("Window"), description=mark("Kept by Factdesk."))] = ""
    splitters: Annotated[Mapping[str, str], Field(title=mark("Panes"), description=mark("Kept by Factdesk."))] = Field(
        default_factory=dict
    )


def settings_file() -> Path:
    """Give the file the options are kept in."""
    return config_folder() / "settings.json"


def load() -> Settings:
    """Read the options; a file that is damaged, or a value that does not fit, falls back to the default."""
    values = _stored()
    while True:
        try:
            return Settings(**values)
        except ValidationError as error:
            bad = {str(part["loc"][0]) for part in error.errors() if part["loc"]} & set(values)
            if not bad:
                raise
            values = {key: value for key, value in values.items() if key not in bad}


def save(settings: Settings, **changes: Any) -> Settings:
    """Keep `changes` in one atomic step, beside what another window kept meanwhile; give `settings` with them.

    PlaceError when the folder cannot be written.
    """
    changed = settings.model_copy(update=changes)
    path = settings_file()
    temporary = path.with_suffix(".new")
    kept = _read_file() | changed.model_dump(mode="json", include=set(changes))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
        os.replace(temporary, path)  # noqa: PTH105  (atomic on every system)
    except OSError as error:
        raise PlaceError(
            _("The settings could not be saved in {folder}.").format(folder=path.parent),
            hint=_("They hold until Factdesk is closed."),
        ) from error
    return changed


def _read_file() -> dict[str, Any]:
    try:
        values = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _stored() -> dict[str, Any]:
    values = _read_file()
    from_environment = {key for key in values if os.environ.get(f"FACTDESK_{key.upper()}")}
    return {key: value for key, value in values.items() if key not in from_environment}
