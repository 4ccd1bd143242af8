"""Pictures are proved, made smaller and written anew; what is none, or too large, is not shown."""

import io

import pytest
from PIL import Image

from briefing.intake import pictures
from briefing.intake.pictures import LONGEST_SIDE, Picture, PictureBudget, kept_picture


def drawn(kind: str, size: tuple[int, int] = (100, 60), mode: str = "RGB", **options: object) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 90).save(target, kind, **options)  # type: ignore[arg-type]
    return target.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_common_kinds_are_kept_as_png_or_jpeg(kind: str) -> None:
    found = kept_picture(drawn(kind))
    assert found is not None
    assert (found.width, found.height) == (100, 60)
    assert Image.open(io.BytesIO(found.data)).format in ("PNG", "JPEG")


def test_a_large_one_is_made_smaller() -> None:
    found = kept_picture(drawn("PNG", (4000, 1000)))
    assert found is not None
    assert (found.width, found.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_a_clear_background_stays_clear() -> None:
    found = kept_picture(drawn("PNG", mode="RGBA"))
    assert found is not None
    assert Image.open(io.BytesIO(found.data)).mode == "RGBA"


def test_what_its_maker_put_beside_the_points_is_left_out() -> None:
    told = Image.Exif()
    told[0x010E] = "taken at 52.5200 N 13.4050 E"
    found = kept_picture(drawn("JPEG", exif=told))
    assert found is not None
    assert b"52.5200" not in found.data


def test_a_picture_that_lies_on_its_side_is_turned_upright() -> None:
    told = Image.Exif()
    told[0x0112] = 6
    found = kept_picture(drawn("JPEG", (100, 60), exif=told))
    assert found is not None
    assert (found.width, found.height) == (60, 100)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
        drawn("PNG")[:60],
        drawn("PNG", (10, 10)),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>",
    ],
)
def test_what_is_no_picture_that_can_be_shown_is_none(data: bytes) -> None:
    assert kept_picture(data) is None


def test_one_with_too_many_points_is_not_decoded() -> None:
    assert kept_picture(drawn("PNG", (20_000, 4_000), "1")) is None


def test_only_so_many_are_kept_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST", 2)
    budget = PictureBudget()
    taken = [list(budget.taken(Picture(drawn("PNG", (100, 40 + n))))) for n in (0, 0, 1, 2)]
    assert [len(found) for found in taken] == [1, 1, 1, 0]
    assert len(budget.kept) == 2
