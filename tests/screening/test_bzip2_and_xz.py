"""What is packed by bzip2 or xz is unpacked within the limits of every packing."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
from collections.abc import Callable

import pytest

from fileroom.screening.opening import archives, extract
from fileroom.screening.parts import Limits, Outcome

Pack = Callable[[bytes], bytes]
PACKINGS = [pytest.param(bz2.compress, "bz2", id="bzip2"), pytest.param(lzma.compress, "xz", id="xz")]
MARKED = b"the marked word stands here"


def texts(body: bytes, name: str = "") -> list[str]:
    return [part.text for part in extract(body, name).parts if not part.asks_nobody]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_what_is_packed_is_read(pack: Pack, ending: str) -> None:
    extracted = extract(pack(MARKED), f"a.txt.{ending}")
    assert extracted.outcome is None and MARKED.decode() in [part.text for part in extracted.parts]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_of_several_behind_each_other_all_are_read(pack: Pack, ending: str) -> None:
    assert texts(pack(b"first ") + pack(MARKED)) == ["first " + MARKED.decode()]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
@pytest.mark.parametrize("named", ["a.tar.{}", "a.t{}"])
def test_an_archive_in_it_is_opened(pack: Pack, ending: str, named: str) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(MARKED)
        archive.addfile(member, io.BytesIO(MARKED))
    extracted = extract(pack(out.getvalue()), named.format(ending))
    assert extracted.outcome is None and MARKED.decode() in [part.text for part in extracted.parts]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_what_is_cut_short_or_goes_on_is_damaged(pack: Pack, ending: str) -> None:
    body = pack(MARKED * 500)
    for broken in (body[:-9], body[: len(body) // 2], body + b"more", body[:20] + b"\xff\x00\xff" + body[23:]):
        assert extract(broken).outcome is Outcome.DAMAGED


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_a_bomb_is_one(pack: Pack, ending: str) -> None:
    assert extract(pack(b"\x00" * 40_000_000)).outcome is Outcome.BOMB


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_no_more_is_unpacked_than_is_read(pack: Pack, ending: str) -> None:
    assert extract(pack(MARKED * 100), limits=Limits(unpacked=1000)).outcome is Outcome.TOO_BIG


def test_an_xz_that_wants_more_memory_than_is_given_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "XZ_MEMORY", 1 << 20)
    assert extract(lzma.compress(MARKED)).outcome is Outcome.TOO_BIG


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_a_name_of_another_kind_is_rejected(pack: Pack, ending: str) -> None:
    assert extract(pack(MARKED), "a.pdf").outcome is Outcome.REJECTED
