"""The menu bar, built from the table of actions."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from factdesk.ui.actions import ACTIONS, Menu
from factdesk.ui.actionset import ActionSet
from factdesk.words import _


def fill(bar: QMenuBar, actions: ActionSet) -> dict[Menu, QMenu]:
    """Fill the bar with every menu in order; give the menus, so that the window can add its recent libraries."""
    bar.clear()
    menus: dict[Menu, QMenu] = {}
    for menu in Menu:
        made = bar.addMenu(_(menu.value))
        made.setToolTipsVisible(True)
        for row in ACTIONS:
            if row.menu is menu:
                made.addAction(actions[row.id])
                if row.ends_group:
                    made.addSeparator()
        menus[menu] = made
    return menus
