"""The list pane: articles or claims of a scope, sorted, grouped, filtered. Parts of one view."""

from factdesk.ui.views.article_list.view import ArticleListView

__all__ = ["ArticleListView"]
