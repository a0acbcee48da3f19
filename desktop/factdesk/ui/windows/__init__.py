"""Frames: the main window, its menus, bars and geometry. May import views, dialogs and everything below them."""
