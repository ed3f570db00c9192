"""Make the packaged list of given names from the dictionary of pymorphy3.

In: pymorphy3's dictionary (a development dependency) and the short lists below. Out:
``src/musterbook/vocabulary/data/russia/names/given.txt``: one line a gender, names in
Cyrillic, sorted; and ``given_keys.txt`` beside it: their keys in Latin script, in
lines marked with a capital where the name is a common one. Run by hand when the
dictionary changes; never run by the package.
"""

from __future__ import annotations

import re
from pathlib import Path

import pymorphy3

from musterbook.records.names import latin_key, transliterate

TARGET = Path(__file__).parent.parent / "src/musterbook/vocabulary/data/russia/names/given.txt"
SHORTEST = 4

# Names that are also words, and are kept all the same.
COMMON = {
    "m": """александр алексей анатолий андрей антон аркадий арсений артём артур борис вадим валентин валерий
    василий виктор виталий владимир владислав вячеслав геннадий георгий герман глеб григорий давид данила даниил
    денис дмитрий евгений егор ефим захар иван игнат игорь илья иннокентий иосиф кирилл климент константин лев
    леонид лука макар максим марат марк матвей мирон михаил моисей никита николай олег осип остап павел пётр
    платон потап прохор ратмир ренат рустам рустем роман руслан савелий семён сергей сидор станислав степан тарас
    тимофей тимур тихон фёдор филипп фома эдуард эльдар юрий яков ярослав рамзан магомед ахмат адам радий ильдар
    айрат фарид ринат рашид булат батыр олесь тарас мыкола сергий андрий дмитро олександр володимир петро""",
    "f": """александра алина алиса алла алёна анастасия ангелина анна антонина ася валентина валерия варвара василиса
    вера вероника виктория галина дарья диана ева евгения екатерина елена елизавета жанна зинаида зоя инна ирина
    карина кира клавдия кристина ксения лариса лидия лилия любовь людмила майя маргарита марина мария марта милана
    надежда наталья наталия нелли нина оксана олеся ольга полина раиса регина римма светлана серафима софия софья
    тамара татьяна ульяна фаина элеонора эльвира эмилия эмма юлия яна ярослава""",
}
RUSSIAN = re.compile(r"[а-яё]+")


def collect() -> dict[str, set[str]]:
    """The names of each gender."""
    morph = pymorphy3.MorphAnalyzer()
    found = {gender: set(text.split()) for gender, text in COMMON.items()}
    patronymics = set()
    names: dict[str, str] = {}
    words: set[str] = set()
    for _, tag, lemma, _, _ in morph.dictionary.iter_known_words():
        grammemes = str(tag)
        if "Patr" in grammemes:
            patronymics.add(lemma)
        elif "Name" in grammemes:
            if "nomn" in grammemes and "sing" in grammemes:
                names[lemma] = "f" if "femn" in grammemes else "m"
        else:
            words.add(lemma)
    for name, gender in names.items():
        if len(name) < SHORTEST or name in words or not RUSSIAN.fullmatch(name):
            continue
        stem = name.rstrip("йьаяо")
        named = any(f"{stem}{end}" in patronymics for end in ("ович", "евич", "иевич", "ич", "ьевич"))
        if (gender == "m" and named) or (gender == "f" and name[-1] in "ая"):
            found[gender].add(name)
    return found


def main() -> None:
    """Write the list."""
    found = collect()
    lines = [f"{gender} {' '.join(sorted(names))}" for gender, names in sorted(found.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    keys = []
    for gender, names in sorted(found.items()):
        core = {latin_key(transliterate(n)) for n in COMMON[gender].split()}
        rest = {latin_key(transliterate(n)) for n in names} - core
        keys += [f"{gender.upper()} {' '.join(sorted(core))}", f"{gender} {' '.join(sorted(rest))}"]
    TARGET.with_name("given_keys.txt").write_text("\n".join(keys) + "\n", encoding="utf-8")
    print({gender: len(names) for gender, names in found.items()}, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
