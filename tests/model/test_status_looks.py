"""Each status has one look, from which the window, paper and web pages take its colours and shapes."""

from xml.etree import ElementTree

from briefing.model import Status
from briefing.model.status_looks import status_looks


def test_every_status_has_colours_and_shapes_of_its_own() -> None:
    looks = status_looks()
    assert list(looks) == list(Status)
    assert len({look.glyph for look in looks.values()}) == len(Status)
    assert len({(look.line, *look.dashes) for look in looks.values()}) == len(Status)
    assert len({look.ink for look in looks.values()}) == len({look.fill for look in looks.values()}) == len(Status)


def test_a_glyph_is_an_image_in_one_colour_on_a_ground() -> None:
    image = status_looks()[Status.CONFIRMED].glyph_svg("#246b3a", "#fffdf8")
    inks = {value for node in ElementTree.fromstring(image).iter() for value in node.attrib.values() if "#" in value}
    assert inks == {"#246b3a", "#fffdf8"}
    assert "Canvas" not in image
