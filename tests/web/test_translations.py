"""The compiler of the pages' translations, against the reader in the standard library."""

import gettext
import io
from pathlib import Path

import pytest

from fileroom.web.translations import LOCALE, compile_all, compiled, messages

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def reader(folder: Path, text: str) -> gettext.GNUTranslations:
    source = folder / "django.po"
    source.write_text(HEADER + text, encoding="utf-8")
    return gettext.GNUTranslations(io.BytesIO(compiled(messages(source))))


def test_a_sentence_is_read_back_in_the_other_language(tmp_path: Path) -> None:
    assert reader(tmp_path, 'msgid "Sign in"\nmsgstr "Iniciar sesión"\n').gettext("Sign in") == "Iniciar sesión"


def test_a_sentence_broken_over_lines_with_quotes_and_backslashes_is_whole(tmp_path: Path) -> None:
    text = '# why\nmsgid "a \\"b\\"\\n"\n"c"\nmsgstr "d "\n"\\\\e"\n'
    assert reader(tmp_path, text).gettext('a "b"\nc') == "d \\e"


def test_one_and_many_are_told_apart(tmp_path: Path) -> None:
    text = 'msgid "%(n)s record"\nmsgid_plural "%(n)s records"\nmsgstr[0] "uno"\nmsgstr[1] "muchos"\n'
    spanish = reader(tmp_path, text)
    assert [spanish.ngettext("%(n)s record", "%(n)s records", n) for n in (0, 1, 2)] == ["muchos", "uno", "muchos"]


def test_the_same_sentence_in_two_contexts_has_two_translations(tmp_path: Path) -> None:
    text = 'msgctxt "long day"\nmsgid "l j F"\nmsgstr "l j \\\\d\\\\e F"\n\nmsgid "l j F"\nmsgstr "other"\n'
    spanish = reader(tmp_path, text)
    assert spanish.pgettext("long day", "l j F") == "l j \\d\\e F"
    assert spanish.gettext("l j F") == "other"


def test_a_line_that_is_no_translation_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"django\.po, line 7"):
        reader(tmp_path, 'msgid "a"\nmsgstr unquoted\n')


def test_every_language_folder_gets_its_compiled_file(tmp_path: Path) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(HEADER + 'msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    assert compile_all(tmp_path) == [folder / "django.mo"]
    with (folder / "django.mo").open("rb") as binary:
        assert gettext.GNUTranslations(binary).gettext("a") == "b"


def test_no_sentence_is_translated_twice() -> None:
    keys = [it.key() for it in messages(LOCALE / "es" / "LC_MESSAGES" / "django.po")]
    assert [it for it in set(keys) if keys.count(it) > 1] == []


def test_every_room_of_the_menu_has_its_name_in_spanish() -> None:
    from fileroom.web.templatetags.pages import ROOMS

    known = {it.sentence for it in messages(LOCALE / "es" / "LC_MESSAGES" / "django.po")}
    assert [name for _, name in ROOMS if name not in known] == []
