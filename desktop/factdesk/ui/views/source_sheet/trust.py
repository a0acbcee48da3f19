"""How far to trust a source: primary or secondary, its letter, and whether it is confidential."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.enums import Reliability, SourceLevel
from factdesk.model.values.sources import SourceDetail, SourcePatch
from factdesk.ui.formats import date
from factdesk.ui.labels import LEVELS, RELIABILITIES
from factdesk.ui.widgets.fields import FieldForm
from factdesk.ui.widgets.labels import label
from factdesk.ui.widgets.segmented import Segment, SegmentedControl
from factdesk.ui.widgets.switch import Switch
from factdesk.words import _


class TrustPart(QWidget):
    """`patched(SourcePatch)`."""

    patched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = SegmentedControl(
            [Segment(level.value, _(words)) for level, words in LEVELS.items()], name=_("Primary or secondary")
        )
        self._letter = SegmentedControl(
            [Segment(one.value, one.value, tooltip=_(words)) for one, words in RELIABILITIES.items()],
            name=_("Reliability"),
            has_bar=True,
        )
        self._meaning = label("", "small", wrap=True)
        self._confidential = Switch(_("Confidential"))
        self._level.chosen.connect(lambda key: self.patched.emit(SourcePatch(level=SourceLevel(key))))
        self._letter.chosen.connect(lambda key: self.patched.emit(SourcePatch(reliability=Reliability(key))))
        self._confidential.clicked.connect(lambda is_on: self.patched.emit(SourcePatch(is_confidential=bool(is_on))))
        form = FieldForm(label_width=84)
        form.add(_("Kind"), self._level)
        form.add(_("Reliability"), self._letter)
        form.add("", self._meaning)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 14)
        box.setSpacing(8)
        box.addWidget(label(_("How far to trust it"), "strong"))
        box.addWidget(form)
        box.addWidget(self._confidential)
        box.addWidget(
            label(_("On: its name and address stay out of memos; only its number is printed."), "small", wrap=True)
        )

    def show_detail(self, detail: SourceDetail) -> None:
        """Show a source."""
        row = detail.row
        self._level.set_value(row.level.value)
        self._letter.set_value(row.reliability.value if row.reliability else "")
        self._confidential.setChecked(row.is_confidential)
        if row.reliability is None:
            self._meaning.setText(_("Not judged yet. Each piece of evidence has its own credibility, 1 to 6."))
            return
        words = f"{row.reliability} · {_(RELIABILITIES[row.reliability])}."
        if detail.reliability_at is not None:
            judged = _("Judged {when} by {who}.").format(when=date(detail.reliability_at), who=detail.reliability_by)
            words = f"{words} {judged}"
        self._meaning.setText(f"{words} {_('Each piece of evidence has its own credibility, 1 to 6.')}")
