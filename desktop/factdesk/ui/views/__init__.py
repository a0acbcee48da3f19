"""One pane each. A view takes what it uses in its constructor, asks through the runner and hears the bus.

Views never import views. To add one: its file here and its place in windows/.
"""
