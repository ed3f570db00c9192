"""Make the packaged outlines of regions from a package of country maps.

In: the tarball of ``@superset-ui/legacy-plugin-chart-country-map`` 0.20.3 (Apache-2.0; geometry of
Natural Earth, public domain), got with ``npm pack @superset-ui/legacy-plugin-chart-country-map@0.20.3``
and given as the one argument. Out: ``src/musterbook/vocabulary/data/russia/outlines.json``: two drawings
(the whole country, its west), each with one path a region in its own projection, and where the region's
label goes. Run by hand when the source changes; never run by the package.

What is mended, and how:

- the codes RU-MOW (the city of Moscow) and RU-MOS (the region around it) are swapped in the source;
- the source has Karelia within Murmansk: the outline is cut between the two points at which the border of
  both reaches Finland and the White Sea; the course between them is a straight line, an approximation;
- occupied regions of Ukraine that are not in the map of Russia come from the map of Ukraine, under their
  own codes, as all of the region, whatever part of it is occupied.

Borders are simplified once and shared by both neighbours, so that no gaps open between regions.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/musterbook/vocabulary/data/russia/outlines.json"
SOURCE = "@superset-ui/legacy-plugin-chart-country-map 0.20.3 (npm), after Natural Earth"
SHA256 = "bf91529316458929485ff415b15a4d6d7def98ddf5ad26252061311074e5050f"
MAPS = {"RU": "package/esm/countries/russia.geojson", "UA": "package/esm/countries/ukraine.geojson"}
SWAPPED = {"RU-MOW": "RU-MOS", "RU-MOS": "RU-MOW"}
OCCUPIED = ("UA-09", "UA-14", "UA-23", "UA-65")
KARELIA = ((29.361783591768244, 66.626508390115), (33.18291015625002, 66.573876953125))
WIDTH = 1000  # units of a drawing
EARTH = 6371.0  # km, the sphere

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """One drawing: its projection, what it shows, and how fine.

    Attributes:
        name: Of the drawing.
        title: For readers.
        meridian: Central meridian of the Albers equal-area conic projection, degrees east.
        parallels: Its standard parallels, degrees north.
        window: West, south, east, north in degrees, of what is shown; None for all there is.
        tolerance: How far a simplified border may lie from the real one, in units of the drawing.
    """

    name: str
    title: str
    meridian: float
    parallels: tuple[float, float]
    window: tuple[float, float, float, float] | None
    tolerance: float

    def project(self, point: Point) -> Point:
        """Kilometres east and south of where the central meridian meets the equator.

        Source: J. P. Snyder, Map Projections: A Working Manual (USGS 1395, 1987), chapter 14, the sphere.
        """
        first, second = (math.radians(p) for p in self.parallels)
        n = (math.sin(first) + math.sin(second)) / 2
        c = math.cos(first) ** 2 + 2 * n * math.sin(first)
        rho = EARTH * math.sqrt(c - 2 * n * math.sin(math.radians(point[1]))) / n
        theta = n * math.radians(point[0] - self.meridian)
        return rho * math.sin(theta), rho * math.cos(theta) - EARTH * math.sqrt(c) / n


FRAMES = (
    Frame("whole", "The whole country", 100.0, (52.0, 64.0), None, 0.8),
    Frame("west", "The west", 43.0, (47.0, 60.0), (21.0, 42.2, 59.0, 60.8), 0.8),
)


def read_regions(tarball: Path) -> dict[str, list[Ring]]:
    """Code → outer and inner rings, closed, in degrees, mended as said above."""
    data = tarball.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{tarball}: SHA-256 is {found}, not {SHA256}; get version 0.20.3")
    regions: dict[str, list[Ring]] = {}
    with tarfile.open(tarball) as archive:
        for country, name in MAPS.items():
            member = archive.extractfile(name)
            if member is None:
                raise SystemExit(f"{tarball}: no {name} in it")
            for feature in json.load(member)["features"]:
                code = feature["properties"]["ISO"]
                shape = feature["geometry"]
                polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
                if country == "RU" or code in OCCUPIED:
                    rings = [[(p[0], p[1]) for p in ring] for polygon in polygons for ring in polygon]
                    regions[SWAPPED.get(code, code)] = rings
    cut_karelia(regions)
    return regions


def cut_karelia(regions: dict[str, list[Ring]]) -> None:
    """Give Karelia its land back."""
    whole = max(regions["RU-MUR"], key=len)
    start, end = sorted(whole.index(p) for p in KARELIA)
    between = whole[start : end + 1]
    rest = [*whole[end:-1], *whole[: start + 1]]
    north, south = sorted((between, rest), key=lambda ring: -sum(p[1] for p in ring) / len(ring))
    regions["RU-MUR"] = [r for r in regions["RU-MUR"] if r is not whole] + [[*north, north[0]]]
    regions["RU-KR"].append([*south, south[0]])


def shared_arcs(rings: Iterable[Ring]) -> set[Point]:
    """The points at which borders meet, and so may not move."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise(ring):
            neighbours[a].add(b)
            neighbours[b].add(a)
    return {p for p, beside in neighbours.items() if len(beside) > 2}


def simplified(ring: Ring, fixed: set[Point], frame: Frame, scale: float) -> Ring:
    """A ring in the units of the drawing, with as many points as its tolerance asks for."""
    start = next((i for i, p in enumerate(ring[:-1]) if p in fixed), 0)
    turned = [*ring[start:-1], *ring[: start + 1]]
    cuts = [i for i, p in enumerate(turned) if p in fixed or i in (0, len(turned) - 1)]
    done: Ring = []
    for a, b in pairwise(cuts):
        arc = turned[a : b + 1]
        backwards = arc[-1] < arc[0] or (arc[0] == arc[-1] and arc[1] > arc[-2])
        points = [tuple(v / scale for v in frame.project(p)) for p in (reversed(arc) if backwards else arc)]
        kept = thin([(x, y) for x, y in points], frame.tolerance)
        done += (kept[::-1] if backwards else kept)[:-1]
    return done


def thin(points: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker's simplification; a closed arc is first cut at its far point."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.hypot(bx - ax, by - ay)

    def off(p: Point) -> float:
        if not length:
            return math.hypot(p[0] - ax, p[1] - ay)
        return abs((bx - ax) * (p[1] - ay) - (by - ay) * (p[0] - ax)) / length

    far = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[far]) <= tolerance:
        return [points[0], points[-1]]
    return thin(points[: far + 1], tolerance)[:-1] + thin(points[far:], tolerance)


def area(ring: Ring) -> float:
    """Area in square units, with a sign for the direction."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def label_point(ring: Ring) -> tuple[float, float, float]:
    """Within a ring, where there is most room around: x, y and how far the border is."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    best = (0.0, 0.0, -1.0)
    for i in range(1, 24):
        for j in range(1, 24):
            x = min(xs) + (max(xs) - min(xs)) * i / 24
            y = min(ys) + (max(ys) - min(ys)) * j / 24
            if within((x, y), ring):
                room = min(distance((x, y), a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
                best = max(best, (x, y, room), key=lambda found: found[2])
    return best


def within(point: Point, ring: Ring) -> bool:
    """Whether a ring runs around a point."""
    x, y = point
    inside = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def distance(p: Point, a: Point, b: Point) -> float:
    """From a point to a stretch of border."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = 0.0 if dx == dy == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx**2 + dy**2)))
    return math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy)


def path(rings: list[list[tuple[int, int]]]) -> str:
    """SVG path data, relative, in whole units."""
    parts = []
    for ring in rings:
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(ring)]
        parts.append(f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    return "".join(parts)


def rounded(ring: Ring, corner: Point) -> list[tuple[int, int]]:
    """Whole units from the drawing's corner, without points that fall together."""
    done: list[tuple[int, int]] = []
    for x, y in ring:
        p = (round(x - corner[0]), round(y - corner[1]))
        if not done or p != done[-1]:
            done.append(p)
    return done[:-1] if len(done) > 1 and done[0] == done[-1] else done


def extent(frame: Frame, regions: dict[str, list[Ring]]) -> tuple[float, float, float, float]:
    """West, north, east and south edge of what is shown, in projected kilometres."""
    if frame.window is None:
        points = [frame.project(p) for rings in regions.values() for ring in rings for p in ring]
    else:
        west, south, east, north = frame.window
        rim = [west + (east - west) * i / 40 for i in range(41)]
        points = [frame.project((x, y)) for x in rim for y in (south, north)]
        points = [p for p in points if p]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    margin = (max(xs) - min(xs)) * 0.01
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def draw(frame: Frame, regions: dict[str, list[Ring]]) -> dict[str, object]:
    """One drawing, region by region, the largest first, so that cities lie upon the land around them."""
    left, top, right, bottom = extent(frame, regions)
    scale = (right - left) / WIDTH
    height = round((bottom - top) / scale)
    fixed = shared_arcs(ring for rings in regions.values() for ring in rings)
    drawn = {}
    for code, rings in regions.items():
        made = [simplified(ring, fixed, frame, scale) for ring in rings]
        made = [[(x - left / scale, y - top / scale) for x, y in ring] for ring in made]
        made = [ring for ring in made if reaches(ring, height)]
        if not made:
            continue
        largest = max(made, key=lambda ring: abs(area(ring)))
        kept = [r for r in made if r is largest or abs(area(r)) >= 4]
        whole = [w for w in (rounded(r, (0.0, 0.0)) for r in kept) if len(w) > 2]
        x, y, room = label_point(largest)
        shown = 0 <= x <= WIDTH and 0 <= y <= height
        entry = {"path": path(whole), "at": [round(x), round(y)] if shown else [], "room": round(room)}
        drawn[code] = (abs(area(largest)), entry)
    order = sorted(drawn, key=lambda code: -drawn[code][0])
    projection = {"kind": "albers", "meridian": frame.meridian, "parallels": frame.parallels}
    listed = {code: drawn[code][1] for code in order}
    return {
        "name": frame.name,
        "title": frame.title,
        "projection": projection,
        "width": WIDTH,
        "height": height,
        "regions": listed,
    }


def reaches(ring: Ring, height: float) -> bool:
    """Whether anything of a ring is in the picture."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return len(ring) > 2 and max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < height


def lines(made: dict[str, object]) -> Iterator[str]:
    """The file, one region a line, so that a change can be seen in a diff."""
    yield f'{{"source": {json.dumps(SOURCE)}, "licence": "Apache-2.0", "sha256": "{SHA256}",\n "drawings": ['
    drawings = made["drawings"]
    for n, drawing in enumerate(drawings if isinstance(drawings, list) else []):
        regions = drawing.pop("regions")
        yield json.dumps(drawing)[:-1] + ', "regions": {\n'
        yield ",\n".join(f"{json.dumps(code)}: {json.dumps(entry)}" for code, entry in regions.items())
        yield "}}" + (",\n" if n + 1 < len(drawings) else "]}\n")  # type: ignore[arg-type]


def main() -> None:
    """Make the file."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    regions = read_regions(Path(sys.argv[1]))
    TARGET.write_text("".join(lines({"drawings": [draw(f, regions) for f in FRAMES]})), encoding="utf-8")
    print(f"{TARGET}: {len(regions)} regions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
