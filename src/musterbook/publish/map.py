"""A map of regions by state, as SVG text: pattern, letter and label, never colour alone.

In: `Spot` records and the outlines of an `Atlas`. Out: SVG text. Never draws anything below the region, and needs
no network, no script and no font. The table beside it says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from musterbook.publish.page import Spot
from musterbook.records.outlines import Atlas, Drawing, Outline

LETTERS = {"expanding": "E", "formed": "F", "planned": "P", "recruiting": "R", "nothing_known": ""}
"""State → the letter that stands beside the region's label and in the legend, the furthest state first."""

_PATTERNS = {
    "expanding": '<path d="M0 0L8 8M8 0L0 8" stroke-width="1.7"/>',
    "formed": '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke-width="2.2"/>',
    "recruiting": '<path d="M0 4H8" stroke-width="1.4"/>',
    "planned": '<circle cx="2" cy="2" r="1" stroke="none" fill="currentColor"/>'
    '<circle cx="6" cy="6" r="1" stroke="none" fill="currentColor"/>',
}
_LETTER = 21  # units: a label's height in a drawing 1000 units wide, 8 pixels on a phone 360 wide
_WIDE = 0.62  # of the height: the mean width of a capital


def map_of(spots: Sequence[Spot], atlas: Atlas, *, narrowed: bool = False) -> Iterator[str]:
    """Every drawing with its regions, and the legend, as HTML.

    Args:
        spots: All regions, those of which nothing is known too.
        atlas: Their outlines; a region that has none is in the table only.
        narrowed: The report leaves regions out, of which the map then says nothing.
    """
    by_code = {spot.code: spot for spot in spots}
    yield '<div class="map">'
    for n, drawing in enumerate(atlas.drawings):
        shown = [spot for code in drawing.regions if (spot := by_code.get(code))]
        known = [spot for spot in shown if spot.state != "nothing_known"]
        listed = "; ".join(f"{s.name}: {s.state.replace('_', ' ')}" for s in known) or "nothing is known of any region"
        yield f'<figure><svg viewBox="0 0 {drawing.width} {drawing.height}" role="group" '
        yield f'aria-label="Map, {escape(drawing.title.lower())}. {escape(listed)}. The table below says the same.">'
        yield f"<defs>{''.join(_patterns(n))}</defs>"
        yield from _regions(drawing, shown, n)
        others = atlas.drawings[1:] if n == 0 else ()
        yield from _labels(drawing, known, frozenset(c for d in others for c, o in d.regions.items() if o.x >= 0))
        yield f"</svg><figcaption>{escape(drawing.title)}</figcaption></figure>"
    yield "</div>"
    yield from _legend(spots, "not shown, or nothing known" if narrowed else "nothing known")
    yield f'<p class="small">Outlines: {escape(atlas.source)} ({escape(atlas.licence)}), simplified.</p>'


def _patterns(n: int) -> Iterator[str]:
    for state, inner in _PATTERNS.items():
        yield (
            f'<pattern id="p{n}-{state}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="var(--ground)"/>'
            f'<g fill="none" stroke="currentColor">{inner}</g></pattern>'
        )


def _regions(drawing: Drawing, spots: Iterable[Spot], n: int) -> Iterator[str]:
    """Occupied regions last, so that their broken outline is not drawn over."""
    for spot in sorted(spots, key=lambda s: bool(s.country)):
        outline = drawing.regions[spot.code]
        name = f"{spot.name}: {spot.state.replace('_', ' ')}"
        fill = f' style="fill:url(#p{n}-{spot.state})"' if spot.state in _PATTERNS else ""
        kind = "r o" if spot.country else "r"
        path = f'<path class="{kind}" d="{outline.path}"{fill}><title>{escape(name)}</title></path>'
        if spot.anchor:
            yield f'<a href="#{escape(spot.anchor)}" aria-label="{escape(name)}">{path}</a>'
        else:
            yield path


def _labels(drawing: Drawing, spots: Iterable[Spot], elsewhere: frozenset[str]) -> Iterator[str]:
    """Labels that do not lie upon one another, the largest regions first; the others are in the table."""
    taken: list[tuple[float, float, float]] = []
    for spot in sorted(spots, key=lambda s: -drawing.regions[s.code].room):
        outline = drawing.regions[spot.code]
        if outline.x < 0 or spot.code in elsewhere:
            continue
        words = f"{_short(spot)} {LETTERS[spot.state]}"
        half = len(words) * _LETTER * _WIDE / 2
        if all(abs(outline.y - y) > _LETTER or abs(outline.x - x) > half + w for x, y, w in taken):
            taken.append((outline.x, outline.y, half))
            yield _label(spot, outline)


def _label(spot: Spot, outline: Outline) -> str:
    return (
        f'<text x="{outline.x}" y="{outline.y + _LETTER // 3}" aria-hidden="true">{escape(_short(spot))}'
        f"<tspan> {LETTERS[spot.state]}</tspan></text>"
    )


def _short(spot: Spot) -> str:
    return spot.code if spot.country else spot.code.partition("-")[2]


def _legend(spots: Iterable[Spot], rest: str) -> Iterator[str]:
    listed = list(spots)
    counts = Counter(spot.state for spot in listed)
    foreign = Counter(spot.country for spot in listed if spot.country)
    yield '<ul class="legend" aria-label="Legend">'
    for state, letter in LETTERS.items():
        inner = _PATTERNS.get(state, "")
        sign = (
            f'<svg viewBox="0 0 16 10" aria-hidden="true"><g fill="none" stroke="currentColor">{inner}'
            f'<g transform="translate(8 0)">{inner}</g></g></svg>'
        )
        name = f"{letter}: {state.replace('_', ' ')}" if letter else rest
        yield f"<li>{sign} {name} ({counts[state]})</li>"
    for country, number in foreign.items():
        yield '<li><svg class="occupied" viewBox="0 0 16 10" aria-hidden="true"></svg> '
        yield f"broken outline: region of {escape(country)} under occupation ({number})</li>"
    yield "</ul>"
