"""The tour: the whole main job done by driving the real window, with a picture of each step.

The pictures of the README and of the help are made by it. May import everything of the window; nothing imports it
but `__main__` and the command line.
"""

from factdesk.ui.tour.running import run_tour

__all__ = ["run_tour"]
