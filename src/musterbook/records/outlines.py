"""Outlines of regions, as drawn: what a map is made of.

In: nothing but what a vocabulary's file of outlines gives. Out: paths in whole units of a drawing. Nothing
below the region has an outline here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outline:
    """One region in one drawing.

    Attributes:
        path: SVG path data.
        x: Where its label stands; negative where it lies outside of the picture.
        y: Likewise, downwards.
        room: How far the border is from there, in units of the drawing.
    """

    path: str
    x: int
    y: int
    room: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture of a country or a part of it.

    Attributes:
        name: A word.
        title: For readers.
        width: Units of the picture.
        height: Likewise.
        regions: Code → outline, the largest first, so that a city lies upon the land around it.
    """

    name: str
    title: str
    width: int
    height: int
    regions: Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All drawings of a programme, and whose outlines they are.

    Attributes:
        source: Where the outlines come from.
        licence: Under which they may be shown.
        drawings: The whole first.
    """

    source: str = ""
    licence: str = ""
    drawings: tuple[Drawing, ...] = field(default=())
