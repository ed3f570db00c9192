"""Every command, in every format, over a book whose documents name private people wherever they can."""

from __future__ import annotations

import json
import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
import pytest

from musterbook.cli.app import COMMANDS, musterbook
from musterbook.cli.screen import FORMATS as FORMS
from musterbook.publish import FORMATS as REPORTS

Run = Any

EN = """\
Petition of Zoya Nebyvalskaya

Belgorod Region has formed a BARS unit of 300 reservists. Governor Ivan Primerov said that reservists would be paid
45,000 rubles a month and would guard oil refineries. “They were promised 60,000 rubles a month,” said Zoya
Nebyvalskaya, the wife of a reservist. Nebyvalskaya can be reached at +7 900 000-00-00 or zoya@nebyval.example.
A fighter with the call sign “Vydumets” says that the contract is signed for one year. Her son Kuzma agrees.
"""
RU = """\
Письмо Зои Небывальской

В Белгородской области сформировали отряд «БАРС» из 320 резервистов. Губернатор Иван Примеров сообщил, что резервистам
платят 45 тысяч рублей в месяц за охрану нефтеперерабатывающих заводов. «Обещали 60 тысяч рублей в месяц», — говорит
жена резервиста Зоя Небывальская. Небывальской звонили на 8-900-000-00-00, она живёт на ул. Мнимой, д. 14, кв. 7.
Боец с позывным «Выдумец» сказал, что контракт подписывают на год. С Выдумцем согласен её сын Кузьма.
"""
NAMES = re.compile(
    r"neb[yi]val|небывал|выдум|v[yi]dum|kuzm[ay]|кузьм|zoya|зо[яиюе]\b|900.000.00.00|nebyval\.example|мнимой",
    re.IGNORECASE,
)
PLAN = "name: plan\nweeks: 4\nruns: 2\n"

SWEPT: dict[str, tuple[tuple[str, ...], ...]] = {
    "add": (("letters", "--manifest", "known.jsonl"),),
    "read": (("letters", "--manifest", "known.jsonl"),),
    "claims": ((), ("--text", "rubles"), ("--region", "RU-BEL", "--as-of", "2026-01-01")),
    "show": (("{claim}",), ("Nebyvalskaya",)),
    "search": (("reservists OR резервисты",), ("rubles OR рублей",)),
    "findings": ((), ("--why",), ("--type", "pay")),
    "conflicts": ((), ("--all",)),
    "region": ((), ("RU-BEL", "--why"), ("RU-BEL", "--everywhere")),
    "law": ((), ("--why",)),
    "headquarters": ((), ("--why",)),
    "officials": ((), ("--why",)),
    "orders": ((), ("--why",)),
    "whatif": (("plan.yaml",),),
    "terms": (("--region", "RU-BEL", "--signed", "2025-11-01", "--why"), ("--rules",)),
    "lineage": ((), ("{document}",)),
    "sources": ((),),
    "entities": ((),),
    "diff": (("--since", "2025-11-05"),),
    "ledger show": ((),),
    "ledger gaps": ((),),
    "ledger check": ((),),
    "ledger add": (("table.csv",),),
    "ledger guess": (("table.csv",),),
    "report": tuple(("-o", f"report{suffix}") for suffix in REPORTS),
    "problems": ((),),
    "verify": ((),),
    "export": ((), ("-o", "book.jsonl"), ("--whole",)),
    "import": (("book.jsonl",),),
    "score": (("gold.jsonl", "gold.jsonl"),),
    "completion": (("bash",),),
}
"""Command → the words to run it with, in each of its formats. A new command or format is to be entered here."""

ECHO = {"show": ("Nebyvalskaya",)}
"""Runs whose errors may say again what the user gave."""


def commands() -> dict[str, click.Command]:
    """Every command, those within a group too."""
    context = click.Context(musterbook)
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = musterbook.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": one for inner, one in command.commands.items()}
        else:
            found[name] = command
    return found


def formats(command: click.Command) -> tuple[str, ...]:
    """What ``--format`` takes, or nothing."""
    for option in command.params:
        if "--format" in option.opts:
            assert isinstance(option.type, click.Choice)
            return tuple(map(str, option.type.choices))
    return ()


def test_every_command_and_format_is_swept() -> None:
    """A command that is added is swept for private names like the others; formats are asked for by themselves."""
    assert set(commands()) == set(SWEPT)
    assert {formats(c) for n, c in commands().items() if n != "score"} == {(), FORMS}


@pytest.fixture
def letters(run: Run, tmp_path: Path) -> Run:
    """A book of letters in four kinds of file, whose names, titles, addresses and publishers name private people."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "zoya-nebyvalskaya.txt").write_text(EN, encoding="utf-8")
    (folder / "Зоя_Небывальская.txt").write_text(RU, encoding="utf-8")
    title, _, body = RU.partition("\n\n")
    entities = "".join(f"&#{ord(c)};" if n % 5 == 2 else c for n, c in enumerate(body.replace("\n", " ")))
    page = f"<html lang='ru'><head><title>{title}</title><meta name='author' content='Зоя Небывальская'></head>"
    page += f"<body><article><h1>{title}</h1><p title='Зоя Небывальская'>{entities}</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    mail = EmailMessage()
    mail["From"], mail["To"] = '"Zoya Nebyvalskaya" <zoya@nebyval.example>', '"Kuzma" <desk@example.org>'
    mail["Subject"], mail["Date"] = "From Zoya Nebyvalskaya", "Mon, 10 Nov 2025 10:00:00 +0300"
    mail.set_content(EN.replace("300", "350"))
    (folder / "letter.eml").write_bytes(bytes(mail))
    known = {
        "file": "zoya-nebyvalskaya.txt",
        "title": "Zoya Nebyvalskaya’s petition",
        "publisher": "Blog of Zoya Nebyvalskaya",
        "author": "Zoya Nebyvalskaya",
        "url": f"https://example.org/{quote('Зоя-Небывальская')}",
        "published": "2025-11-07",
    }
    (tmp_path / "known.jsonl").write_text(json.dumps(known) + "\n", encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "table.csv").write_text("Zoya Nebyvalskaya,1\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    assert run("add", "letters", "--manifest", "known.jsonl").code < 2
    return run


def test_no_command_names_them(letters: Run, tmp_path: Path) -> None:
    """No form of a private name, no call sign and no contact is in what any command prints or writes."""
    listed = letters("claims", "--format", "jsonl").out.splitlines()
    assert len(listed) > 5
    assert "Primerov" in "".join(listed), "a governor is named"
    known = {"{claim}": json.loads(listed[0])["id"], "{document}": "page.html"}
    shown = 0
    for name, command in commands().items():
        for given in SWEPT[name]:
            words = [known.get(w, w) for w in given]
            for form in formats(command) or ("",):
                done = letters(*name.split(), *words, *(("--format", form) if form else ()))
                told = done.err if given != ECHO.get(name) else ""
                left = NAMES.findall(done.out + told)
                assert not left, f"{name} {words} {form}: {left}"
                shown += len(done.out)
    assert shown > 20_000
    written = [tmp_path / n for n in (*(f"report{suffix}" for suffix in REPORTS), "book.jsonl")]
    for file in written:
        text = file.read_text(encoding="utf-8")
        assert not NAMES.search(re.sub(r"&#?\w+;|\\n|\s+", " ", text)), file.name
        assert "[private person 1" in text or "[частное лицо 1" in text
