"""The words of a memo, in the memo's own language, which need not be the window's."""

from __future__ import annotations

from datetime import date, datetime

from factdesk.export import dates
from factdesk.model.enums import Answer, BlockKind, Channel, ClaimKind, Outcome, Risk, SourceLevel, SourceType, Stance
from factdesk.words import catalogue


class Wording:
    """Translator of one memo: gettext for its language, its dates, and the words of the closed sets."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def gettext(self, message: str) -> str:
        """Translate `message` into the memo's language."""
        return self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Translate with the plural form that `count` asks for."""
        return self._catalogue.ngettext(one, many, count)

    def day(self, value: date) -> str:
        """Write a day in full; it does not break between the day and its month."""
        return _bound(dates.day(value, self.language))

    def moment(self, value: datetime) -> str:
        """Write a day in full with its time."""
        return _bound(dates.moment(value, self.language))

    def short_moment(self, value: datetime) -> str:
        """Write a day with a short month, and its time."""
        return dates.moment(value, self.language, short=True)

    def partial(self, text: str) -> str:
        """Write a date of any precision, or the words as they are."""
        written = dates.partial(text, self.language)
        return written if written == text else _bound(written)

    def number(self, value: int) -> str:
        """Write a whole number with its thousands apart."""
        return dates.whole_number(value, self.language)

    def quoted(self, text: str, language: str = "") -> str:
        """Put the quotation marks of the text's language around words that have none of their own."""
        if not text or (text[0] in "“”„«\"'‘" and text[-1] in "“”»\"'’"):
            return text
        opening, closing = ("«", "»") if (language or self.language)[:2] in {"uk", "ru", "be", "fr"} else ("“", "”")
        return f"{opening}{text}{closing}"

    def claims(self, count: int) -> str:
        """Head the table of claims: "Seven claims", from thirteen on in figures."""
        _ = self.gettext
        spelled = (
            _("No claims"),
            _("One claim"),
            _("Two claims"),
            _("Three claims"),
            _("Four claims"),
            _("Five claims"),
            _("Six claims"),
            _("Seven claims"),
            _("Eight claims"),
            _("Nine claims"),
            _("Ten claims"),
            _("Eleven claims"),
            _("Twelve claims"),
        )
        if count < len(spelled):
            return spelled[count]
        return self.ngettext("{count} claim", "{count} claims", count).format(count=self.number(count))

    def stance(self, stance: Stance) -> str:
        """Name what evidence says of its claim."""
        _ = self.gettext
        return {Stance.SUPPORTS: _("Supports"), Stance.REFUTES: _("Refutes"), Stance.CONTEXT: _("Context")}[stance]

    def risk(self, risk: Risk) -> str:
        """Name what happens when a claim goes out as it is."""
        _ = self.gettext
        return {Risk.MUST_FIX: _("Must fix"), Risk.RISKY: _("Risky"), Risk.MINOR: _("Minor")}[risk]

    def kind(self, kind: ClaimKind) -> str:
        """Name what a claim states."""
        _ = self.gettext
        return {
            ClaimKind.QUOTATION: _("Quotation"),
            ClaimKind.NUMBER: _("Number"),
            ClaimKind.DATE: _("Date"),
            ClaimKind.NAME: _("Name"),
            ClaimKind.EVENT: _("Event"),
            ClaimKind.COMPARISON: _("Comparison"),
            ClaimKind.OTHER: _("Other"),
        }[kind]

    def channel(self, channel: Channel) -> str:
        """Name how somebody was reached."""
        _ = self.gettext
        return {
            Channel.PHONE: _("Phone"),
            Channel.EMAIL: _("E-mail"),
            Channel.MESSAGE: _("Message"),
            Channel.MEETING: _("Meeting"),
            Channel.LETTER: _("Letter"),
        }[channel]

    def outcome(self, outcome: Outcome) -> str:
        """Name what came of a try to reach somebody."""
        _ = self.gettext
        return {
            Outcome.ANSWERED: _("Answered"),
            Outcome.NO_ANSWER: _("No answer"),
            Outcome.REFUSED: _("Refused to answer"),
            Outcome.SENT: _("Sent, no answer yet"),
        }[outcome]

    def answer(self, answer: Answer) -> str:
        """Name the answer to a proposed wording."""
        _ = self.gettext
        return {
            Answer.PROPOSED: _("Proposed, not answered yet"),
            Answer.ACCEPTED: _("Accepted by the writer"),
            Answer.REJECTED: _("Rejected by the writer"),
        }[answer]

    def level(self, level: SourceLevel) -> str:
        """Name how near a source stands to what it tells."""
        _ = self.gettext
        return {SourceLevel.PRIMARY: _("Primary source"), SourceLevel.SECONDARY: _("Secondary source")}[level]

    def block(self, block: BlockKind, number: int) -> str:
        """Name the place of words in a text: "Paragraph 3"."""
        _ = self.gettext
        if block is BlockKind.HEADING and number <= 1:
            return _("Headline")
        numbered = {
            BlockKind.HEADING: _("Heading {number}"),
            BlockKind.PARAGRAPH: _("Paragraph {number}"),
            BlockKind.ITEM: _("List item {number}"),
            BlockKind.QUOTATION: _("Quotation {number}"),
            BlockKind.CELL: _("Table cell {number}"),
            BlockKind.CAPTION: _("Caption {number}"),
        }
        return numbered[block].format(number=number)

    def source_type(self, kind: SourceType) -> str:
        """Name the kind of a source that a citation does not show by itself, else ""."""
        _ = self.gettext
        named = {
            SourceType.INTERVIEW: _("Interview"),
            SourceType.CALL: _("Personal communication"),
            SourceType.DATASET: _("Dataset"),
            SourceType.BROADCAST: _("Broadcast"),
            SourceType.SPEECH: _("Speech"),
            SourceType.POST: _("Post"),
        }
        return named.get(kind, "")


def _bound(date: str) -> str:
    """Bind the day to its month, so that no line ends in a lone figure."""
    return date.replace(" ", "\u00a0", 1) if date[:2].strip().isdigit() and date[:4].count(" ") else date
