"""What the application hands out: seen by ui/app.py and the frames alone."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.compute import Compute
from factdesk.tasks.runner import Runner
from factdesk.ui.actionset import ActionSet
from factdesk.ui.bus import Bus
from factdesk.ui.navigator import Navigator
from factdesk.ui.preferences import Preferences
from factdesk.ui.tasklist import TaskList


@dataclass(frozen=True)
class AppContext:
    """The parts that live as long as the window; the library comes and goes beside them."""

    preferences: Preferences
    runner: Runner
    bus: Bus
    actions: ActionSet
    navigator: Navigator
    tasks: TaskList
    compute: Compute
