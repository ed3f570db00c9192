"""Loading programmes: what comes out, and what is said of a faulty file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from musterbook.errors import UsageError, VocabularyError
from musterbook.vocabulary import Vocabulary, available, load

Write = Callable[..., Path]

_PROGRAMME = "title: {en: Test, ru: Проба}\nconcepts: [things]\n"
_THINGS = "kind: thing\nattributes: [size]\nentries:\n  a: {size: 1, en: [alpha]}\n  b: {en: [beta]}\n"
_TYPE = "type: thing.seen\nsays: A thing was seen.\nargs:\n  thing: {kind: thing, key: true}\n"
_PATTERN = (
    'patterns:\n  - id: thing.seen.en.plain\n    on: [saw]\n    match: "saw (?P<x>{thing})"\n    args: {thing: "@x"}\n'
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A small sound programme in which single files can be replaced."""

    def written(**files: str) -> Path:
        sound = {
            "programme.yaml": _PROGRAMME,
            "things.yaml": _THINGS,
            "types/thing.seen.yaml": _TYPE,
            "patterns/en/thing.yaml": _PATTERN,
            "lexicon/en.yaml": 'verb: "saw|sees"\n',
        }
        names = {"programme": "programme.yaml", "things": "things.yaml", "type": "types/thing.seen.yaml"}
        names |= {"pattern": "patterns/en/thing.yaml", "lexicon": "lexicon/en.yaml"}
        sound |= {names[key]: text for key, text in files.items()}
        for name, text in sound.items():
            path = tmp_path / "trial" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "trial"

    return written


def test_a_folder_outside_the_package_is_a_programme(write: Write) -> None:
    """A folder of data is read as a programme without a line of code."""
    vocabulary = load(write())
    assert vocabulary.name == "trial"
    assert {(s.text, s.id) for s in vocabulary.surfaces} == {("alpha", "a"), ("beta", "b")}
    assert vocabulary.entries["thing", "a"].attributes == {"size": 1}
    assert vocabulary.patterns[0].args == {"thing": "@x"}
    assert vocabulary.lexicon == {("en", "verb"): "saw|sees"}


@pytest.mark.parametrize(
    ("file", "text", "where", "what"),
    [
        ("things", _THINGS + "colour: red\n", "things.yaml:6", "unknown key 'colour'"),
        ("things", _THINGS + "  c: {en: [gamma], weight: 2}\n", "things.yaml:6", "unknown key 'weight'"),
        ("things", _THINGS + "  a: {en: [gamma]}\n", "things.yaml:6", "'a' is given twice"),
        ("things", _THINGS + "  c: {en: [beta]}\n", "things.yaml:6", "'beta' is a form of thing 'c' and of 'b'"),
        ("things", _THINGS + "  c: {ru: [~несуществующее]}\n", "things.yaml:6", "no inflected forms"),
        ("things", _THINGS + '  c: {en: ["{height} tall"]}\n', "things.yaml", "needs the attribute 'height'"),
        ("things", "kind: thing\nentries:\n  a: {en: [alpha\n", "things.yaml:4", "not valid YAML"),
        ("things", "", "things.yaml:1", "the file is empty"),
        ("things", "kind: thing\nentries:\n  a: {en: {x: y}}\n", "things.yaml:3", "must be a list of strings"),
        ("programme", _PROGRAMME + "extends: [nowhere]\n", "programme.yaml:3", "extends 'nowhere'"),
        ("programme", _PROGRAMME.replace("things", "things, more"), "programme.yaml:2", "no concept file 'more.yaml'"),
        ("type", _TYPE.replace("kind: thing", "kind: ghost"), "thing.seen.yaml:4", "unknown kind 'ghost'"),
        ("type", _TYPE.replace("kind: thing", "kind: enum"), "thing.seen.yaml:4", "enum without values"),
        ("type", _TYPE + "  n: {kind: text, fill: [book]}\n", "thing.seen.yaml:5", "cannot be filled from 'book'"),
        ("type", _TYPE.replace("thing.seen", "thing.lost"), "thing.seen.yaml:1", "in a file of that name"),
        ("pattern", _PATTERN.replace("thing.seen", "thing.lost"), "thing.yaml:2", "no claim type 'thing.lost'"),
        ("pattern", _PATTERN.replace('"@x"', '"@y"'), "thing.yaml:5", "no group 'y'"),
        ("pattern", _PATTERN.replace("thing: ", "ghost: "), "thing.yaml:5", "has no argument 'ghost'"),
        ("pattern", _PATTERN.replace("[saw]", "[Saw]"), "thing.yaml:3", "lower-case beginnings"),
        ("pattern", _PATTERN.replace("{thing})", "{thing}"), "thing.yaml:2", "bad expression"),
        ("lexicon", 'verb: "saw|(sees"\n', "en.yaml", "bad expression"),
        ("lexicon", "Verb: saw\n", "en.yaml:1", "lower-case Latin letters"),
    ],
)
def test_a_fault_is_reported_with_file_and_line(write: Write, file: str, text: str, where: str, what: str) -> None:
    """Every fault of a vocabulary names what is wrong, in which file and on which line."""
    with pytest.raises(VocabularyError) as fault:
        load(write(**{file: text}))
    assert where in str(fault.value)
    assert what in str(fault.value)


def test_a_form_of_two_entries_may_be_listed_as_ambiguous(write: Write) -> None:
    """A form that a file calls ambiguous is kept for both of its entries."""
    vocabulary = load(write(things=_THINGS + "  c: {en: [beta]}\nambiguous: [beta]\n"))
    assert {s.id for s in vocabulary.surfaces if s.text == "beta"} == {"b", "c"}


def test_a_pattern_id_is_unique(write: Write) -> None:
    """Two patterns of one id are refused, with the place of the first."""
    again = _PATTERN + _PATTERN.removeprefix("patterns:\n")
    with pytest.raises(VocabularyError, match=r"thing\.yaml:6: pattern 'thing.seen.en.plain' is defined twice"):
        load(write(pattern=again))


def test_an_unknown_programme_is_a_fault_of_use() -> None:
    """A name that no programme has is answered with the names that there are."""
    with pytest.raises(UsageError, match="bars, signon"):
        load("no-such-programme")


def test_programmes_are_listed_and_read_once() -> None:
    """Every programme of the package loads, and a second call gives the same object."""
    assert available() == ("bars", "signon")
    assert load("bars") is load("bars")


def test_digests_tell_programmes_apart(write: Write) -> None:
    """The digest depends on the content alone: equal for equal files, else different."""
    assert load("bars").digest != load("signon").digest
    assert load(write()).digest != load("bars").digest


@pytest.mark.parametrize("name", available())
def test_preferred_names_and_surfaces_agree(name: str) -> None:
    """Every surface leads to an entry, and every entry that has surfaces has a name."""
    vocabulary: Vocabulary = load(name)
    for surface in vocabulary.surfaces:
        assert vocabulary.entries[surface.kind, surface.id].names
        assert surface.text == " ".join(surface.text.split())
        assert surface.case_sensitive or surface.text == surface.text.lower()


def test_loading_is_quick_and_needs_no_morphology() -> None:
    """A cold load of the large programme makes few calls for each written form, whatever else the machine does.

    Counted are calls of Python's and of C's functions, of which 70 a form take about a quarter of a second
    on a quiet core; a vocabulary that is read twice, or compiles its expressions, makes more.
    """
    script = (
        "import sys\n"
        "from musterbook.vocabulary import load\n"
        "made = 0\n"
        "def count(frame, event, what):\n"
        "    global made\n"
        "    made += event in ('call', 'c_call')\n"
        "sys.setprofile(count); found = load('bars'); sys.setprofile(None)\n"
        "print(made / len(found.surfaces))\n"
        "assert not [m for m in sys.modules if 'pymorphy' in m]\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert 5 < float(done.stdout) < 70, "none are made only where nothing is read"
