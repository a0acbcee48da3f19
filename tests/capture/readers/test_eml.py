"""Mail: text, sender, forwarded messages, attachments, and pages saved as mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from capture.samples import ENGLISH, UKRAINIAN, captured, kept, words
from factdesk.capture.captured import Doubt
from factdesk.errors import InputError


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "Лена Ашгров <lena@courier.example>",
        "Subject": "Бюджет лікарні",
        "Date": "Mon, 11 Nov 2024 06:40:00 +0200",
        **headers,
    }.items():
        made[name] = value
    return made


def test_headers_fill_the_fields() -> None:
    mail = message()
    mail.set_content(UKRAINIAN)
    found = captured(mail.as_bytes(), "a.eml")
    assert found.title.value == "Бюджет лікарні"
    assert found.authors.value == "Лена Ашгров"
    assert "lena@courier.example" in found.authors.origin
    assert found.published.value == "2024-11-11T04:40Z"
    assert found.language.value == "uk"
    assert words(found) == [UKRAINIAN]


def test_the_rich_alternative_is_read() -> None:
    mail = message()
    mail.set_content("plain words")
    mail.add_alternative(f"<h2>Head</h2><p>{ENGLISH}</p><ul><li>item</li></ul><img src='http://127.0.0.1:9/p'>", "html")
    assert kept(captured(mail.as_bytes(), "a.eml")) == [("heading", "Head"), ("paragraph", ENGLISH), ("item", "item")]


def test_quoted_lines_are_quotations() -> None:
    mail = message()
    mail.set_content("Yes, I said so.\n\n> Did you say that no ward\n> has closed?\n")
    assert kept(captured(mail.as_bytes(), "a.eml"))[0] == ("paragraph", "Yes, I said so.")
    assert [kind for kind, _said in kept(captured(mail.as_bytes(), "a.eml"))][1:] == ["quotation", "quotation"]


def test_attachments_are_named_and_left_alone() -> None:
    mail = message()
    mail.set_content(ENGLISH)
    mail.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="../../evil\u202efdp.exe")
    mail.add_attachment("text of the attachment", filename="note.txt")
    found = captured(mail.as_bytes(), "a.eml")
    assert words(found) == [ENGLISH]
    assert found.notices == ("2 attachments are not part of the text: evilfdp.exe; note.txt.",)


def test_a_forwarded_message_is_read_with_its_sender() -> None:
    inner = message(Subject="Inner", From="Tom Reed <tom@courier.example>")
    inner.set_content("Inner words.")
    outer = message()
    outer.set_content("Outer words.")
    outer.add_attachment(inner)
    found = captured(outer.as_bytes(), "a.eml")
    assert words(found)[:4] == [
        "Outer words.",
        "Inner",
        "Tom Reed <tom@courier.example>",
        "Mon, 11 Nov 2024 06:40:00 +0200",
    ]
    assert words(found)[-1] == "Inner words."


def test_a_display_name_that_is_an_address_is_doubted() -> None:
    mail = b'From: "boss@bank.example" <evil@evil.example>\nSubject: s\nTo: me@x.example\n\nPay.\n'
    found = captured(mail, "a.eml").authors
    assert (found.value, found.doubt) == ("evil@evil.example", Doubt.UNSURE)
    assert "evil@evil.example" in found.origin


def test_raw_bytes_in_headers_are_read() -> None:
    mail = "From: Їжак <a@b.example>\nSubject: Тема листа\nTo: me@x.example\n\nслова листа\n".encode("cp1251")
    found = captured(mail, "a.eml")
    assert (found.title.value, found.authors.value) == ("Тема листа", "Їжак")
    assert words(found) == ["слова листа"]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "x-nothing"])
def test_a_damaged_transfer_encoding_gives_what_can_be_read(encoding: str) -> None:
    mail = f"From: a@b.example\nSubject: s\nTo: c@d.example\nContent-Transfer-Encoding: {encoding}\n\nwords=ZZ @@@\n"
    assert words(captured(mail.encode(), "a.eml"))


def test_a_boundary_that_never_comes_leaves_the_text() -> None:
    mail = b'From: a@b.example\nSubject: s\nTo: c@d.example\nContent-Type: multipart/mixed; boundary="x"\n\nwords\n'
    assert words(captured(mail, "a.eml")) == ["words"]


def test_an_encrypted_message_is_a_sentence() -> None:
    mail = (
        b"From: a@b.example\nSubject: s\nTo: c@d.example\nContent-Type: multipart/encrypted; boundary=x\n\n"
        b"--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n"
    )
    with pytest.raises(InputError, match=r"“a.eml” is an encrypted message") as caught:
        captured(mail, "a.eml")
    assert caught.value.code == "locked"


def test_a_mailbox_of_one_message_is_read_and_of_two_refused() -> None:
    one = b"From a@b.example Wed Nov 11 06:40:00 2024\nFrom: a@b.example\nSubject: s\n\nwords\n"
    assert words(captured(one, "a.mbox")) == ["words"]
    with pytest.raises(InputError, match="mailbox of many messages"):
        captured(one + b"\n" + one, "a.mbox")


def test_a_page_saved_as_mail_is_read_as_a_page() -> None:
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/a?utm_source=x\nSubject: T\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"<html><head><title>Deficit</title></head><body><nav>Home</nav><article><h1>Deficit</h1><p>{ENGLISH}</p></article>"
        "</body></html>\n--b--\n"
    )
    found = captured(saved.encode(), "a.mhtml")
    assert kept(found) == [("heading", "Deficit"), ("paragraph", ENGLISH)]
    assert found.canonical_url.value == "https://courier.example/a"
    assert found.media_type == "multipart/related"


def test_many_parts_are_bounded_and_told() -> None:
    part = "--b\nContent-Type: text/plain\n\nx\n"
    head = "From: a@b.example\nSubject: s\nContent-Type: multipart/mixed; boundary=b\nTo: c@d.example\n\n"
    mail = f"{head}{part * 3000}--b--\n"
    found = captured(mail.encode(), "a.eml")
    assert len(found.blocks) <= 1000
    assert "more parts" in found.notices[0]


def test_a_message_without_text_is_a_sentence() -> None:
    with pytest.raises(InputError, match=r"“a.eml” holds no text"):
        captured(b"From: a@b.example\nSubject: s\nTo: c@d.example\n\n\n", "a.eml")
