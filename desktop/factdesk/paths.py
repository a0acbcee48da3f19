"""Where things lie: the program's resources (source, wheel or frozen) and the user's own folders."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import platformdirs

APP = "factdesk"


@lru_cache(maxsize=1)
def resources() -> Path:
    """Give the folder `resources/`: inside the installed package, the frozen program or the source tree."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent.parent / "resources"]
    if frozen:
        places.insert(0, Path(frozen) / "factdesk" / "resources")
    for place in places:
        if place.is_dir():
            return place
    message = f"Factdesk is not whole: its resources are missing beside {package}."
    raise FileNotFoundError(message)


def resource(name: str) -> Path:
    """Give the path of one resource, such as `icons/file.svg`."""
    return resources() / name


def config_folder() -> Path:
    """Give the folder of this user's settings (not made here)."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def log_folder() -> Path:
    """Give the folder of this user's logs (not made here)."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def documents_folder() -> Path:
    """Give the folder where a person keeps documents; libraries are offered there."""
    return Path(platformdirs.user_documents_dir())
