"""A text for an AI tool on its page: pasted or brought as a file, read without the people in it, and asked about."""

from __future__ import annotations

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.programmes.tools.test_a_table_goes_without_the_people import hidden
from tests.programmes.tools.test_may_this_text_go import ABOUT_ANA, DEIDENTIFIED, OF_NOBODY, office, tool

__all__ = ["office"]

PAGE = "/tools/ask/"


def test_on_the_page_a_text_is_read_before_it_goes_however_it_was_brought(
    town: make.Town, office: make.Staffed
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    of, pages = tool(office, DEIDENTIFIED), browser(town.teacher.by)
    assert f'<option value="{of}" selected>' in pages.get(f"{PAGE}?tool={of}").content.decode()
    brought = SimpleUploadedFile("about Ana.txt", ABOUT_ANA.replace(". ", ".\r\n").encode())
    shown = pages.post(PAGE, form(tool=of, kind="grades", file=brought)).content.decode()
    assert "Person A read two pages aloud." in words(shown)
    read = form(tool=of, kind="grades", text=hidden(shown, "text").replace("\n", "\r\n"), read=hidden(shown, "read"))
    unread = pages.post(PAGE, read)
    assert unread.status_code == 422 and "say that nobody" in words(unread.content.decode())
    goes = words(pages.post(PAGE, read | {"nobody": "yes"}).content.decode())
    assert "Copy this, not your original" in goes and "Person A read two pages aloud." in goes
    other = pages.post(PAGE, read | {"nobody": "yes", "text": OF_NOBODY})
    assert other.status_code == 422 and "used already" in words(other.content.decode())
    bad = pages.post(PAGE, form(tool=of, kind="grades", file=SimpleUploadedFile("t.txt", b"\xff\xfeA\x00")))
    assert bad.status_code == 422 and "plain text file" in words(bad.content.decode())
    long = SimpleUploadedFile("t.txt", b"A" * 240_001)
    large = pages.post(PAGE, form(tool=of, kind="grades", file=long))
    assert large.status_code == 422 and "At most 60,000 characters" in words(large.content.decode())
