"""Russian words of values in all their forms, as data.

In: nothing. Out: `WORDS`, a form or fixed phrase in lower case → class and worth (ё and е
both); `ALONE`, those that start a value without any number beside them. Never holds a
grammar.
"""

from __future__ import annotations

from musterbook.claims.values import classes as c
from musterbook.claims.values.classes import Entry

_HARD = "ый ая ое ые ого ой ому ую ым ом ых ыми".split()
_SOFT = "ий яя ее ие его ей ему юю им ем их ими".split()

_CARDINALS = {
    (c.UNITS, 0): "ноль ноля нулю нулём нуля",
    (c.UNITS, 1): "один одна одно одного одной одному одну одним одном",
    (c.UNITS, 2): "два две двух двум двумя двое двоих двоим двоими",
    (c.UNITS, 3): "три трёх трём тремя трое троих троим троими",
    (c.UNITS, 4): "четыре четырёх четырём четырьмя четверо четверых четверым четверыми",
    (c.UNITS, 5): "пять пяти пятью пятеро пятерых пятерым пятерыми",
    (c.UNITS, 6): "шесть шести шестью шестеро шестерых шестерым шестерыми",
    (c.UNITS, 7): "семь семи семеро семерых семерым семерыми",
    (c.UNITS, 8): "восемь восьми восемью восьмью восьмеро восьмерых восьмерым",
    (c.UNITS, 9): "девять девяти девятью девятеро девятерых девятерым",
    (c.TEENS, 10): "десять десяти десятью десятеро десятерых десятерым",
    (c.HUNDREDS, 100): "сто ста",
    (c.HUNDREDS, 200): "двести двухсот двумстам двумястами двухстах",
    (c.HUNDREDS, 300): "триста трёхсот трёмстам тремястами трёхстах",
    (c.HUNDREDS, 400): "четыреста четырёхсот четырёмстам четырьмястами четырёхстах",
    (c.TENS, 40): "сорок сорока",
    (c.TENS, 90): "девяносто девяноста",
}
_TEEN_STEMS = (
    "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
).split()
_ORDINAL_STEMS = {
    1: "перв", 2: "втор", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят",
    70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот", 200: "двухсот", 300: "трёхсот",
    1000: "тысячн",
}  # fmt: skip
_THIRD = "третий третья третье третьи третьего третьей третьему третью третьим третьем третьих третьими"

_MONTHS = {
    1: "январь января январе январю январём", 2: "февраль февраля феврале февралю февралём",
    3: "март марта марте марту мартом", 4: "апрель апреля апреле апрелю апрелем",
    5: "май мая мае маю маем", 6: "июнь июня июне июню июнем", 7: "июль июля июле июлю июлем",
    8: "август августа августе августу августом", 9: "сентябрь сентября сентябре сентябрю сентябрём",
    10: "октябрь октября октябре октябрю октябрём", 11: "ноябрь ноября ноябре ноябрю ноябрём",
    12: "декабрь декабря декабре декабрю декабрём",
}  # fmt: skip
_MONTHS_SHORT = {
    1: "янв", 2: "февр фев", 4: "апр", 8: "авг", 9: "сент сен", 10: "окт", 11: "нояб ноя", 12: "дек"
}  # fmt: skip
_WEEKDAYS = (
    "понедельник понедельника понедельнику понедельником",
    "вторник вторника вторнику вторником",
    "среду",
    "четверг четверга четвергу четвергом",
    "пятницу пятница пятницы пятнице пятницей",
    "субботу суббота субботы субботе субботой",
    "воскресенье воскресенья воскресенью воскресеньем",
)


def _forms(words: str, kind: str, worth: object) -> dict[str, Entry]:
    """One entry for each of several forms, separated by white space."""
    return dict.fromkeys(words.split(), (kind, worth))


def _each(words: str, kind: str, worth: object) -> dict[str, Entry]:
    """One entry for each of several words or phrases, separated by semicolons."""
    return {w.strip(): (kind, worth) for w in words.split(";")}


def _ordinals() -> dict[str, Entry]:
    """The ordinals in all genders, numbers and cases."""
    found: dict[str, Entry] = {
        stem + end: (c.ORDINAL_WORD, float(n)) for n, stem in _ORDINAL_STEMS.items() for end in _HARD
    }
    found |= {stem + end: (c.ORDINAL_WORD, float(n)) for n, stem in enumerate(_TEEN_STEMS, 11) for end in _HARD}
    found |= _forms(_THIRD, c.ORDINAL_WORD, 3.0)
    for taken in ("сотых", "сотые", "сотую"):  # hundredths, mobile phones
        found.pop(taken, None)
    return found


def _cardinals() -> dict[str, Entry]:
    """The cardinals and collectives in all cases."""
    found: dict[str, Entry] = {}
    for (kind, worth), forms in _CARDINALS.items():
        found |= _forms(forms, kind, float(worth))
    for n, stem in enumerate(_TEEN_STEMS, 11):
        found |= _forms(f"{stem}ь {stem}и {stem}ью", c.TEENS, float(n))
    for n, stem in ((20, "двадцат"), (30, "тридцат")):
        found |= _forms(f"{stem}ь {stem}и {stem}ью", c.TENS, float(n))
    for n, (plain, bent) in {
        5: ("пять", "пяти"), 6: ("шесть", "шести"), 7: ("семь", "семи"), 8: ("восемь", "восьми"),
        9: ("девять", "девяти"),
    }.items():  # fmt: skip
        if n < 9:
            found |= _forms(f"{plain}десят {bent}десяти {plain}юдесятью", c.TENS, n * 10.0)
        found |= _forms(f"{plain}сот {bent}сот {bent}стам {plain}юстами {bent}стах", c.HUNDREDS, n * 100.0)
    return found


def _scales() -> dict[str, Entry]:
    """Thousand to trillion, dozens, tens, pairs, halves."""
    found = _forms("тысяча тысячу", c.SCALE_ALONE, 1e3) | _forms("тысячи", c.SCALE_OF, 1e3)
    found |= _forms("тысяч тысяче тысячей тысячью тысячам тысячами тысячах тыс", c.SCALE, 1e3)
    for stem, worth, short in (("миллион", 1e6, "млн"), ("миллиард", 1e9, "млрд"), ("триллион", 1e12, "трлн")):
        found[stem] = (c.SCALE_ALONE, worth)
        found[stem + "а"] = (c.SCALE_OF, worth)
        found |= {stem + e: (c.SCALE, worth) for e in "у ом е ов ы ам ами ах".split()}
        found[short] = (c.SCALE, worth)
    found |= _forms("десяток", c.GROUP_ALONE, 10.0)
    found |= _forms("десятка", c.GROUP_OF, 10.0) | _forms(
        "десятков десятке десятком десятку десятками десяткам десятках", c.GROUP, 10.0
    )
    found |= _forms("дюжина дюжину дюжины", c.GROUP_ALONE, 12.0) | _forms("дюжин", c.GROUP, 12.0)
    found |= (
        _forms("сотня сотню", c.GROUP_ALONE, 100.0)
        | _forms("сотни", c.GROUP_OF, 100.0)
        | _forms("сотен сотням", c.GROUP, 100.0)
    )
    found |= _forms("пара пару парой", c.GROUP_ALONE, 2.0)
    found |= _forms("полтора полторы полутора полуторы", c.FRACTIONAL, 1.5)
    for word, worth in (("полмиллиона", 5e5), ("полмиллиарда", 5e8), ("полтысячи", 500.0),
                        ("полсотни", 50.0), ("полтораста", 150.0), ("полутораста", 150.0),
                        ("полдюжины", 6.0), ("полутысячи", 500.0), ("полумиллиона", 5e5)):  # fmt: skip
        found[word] = (c.FRACTIONAL, worth)
    found |= _each("с половиной", c.AND_A_HALF, 0.5)
    found |= _forms("трети треть третью третей четверти четверть половина половину половины", c.FRACTION, None)
    found |= _forms("пятых десятых сотых", c.FRACTION, None)
    return found


NUMBERS: dict[str, Entry] = {**_cardinals(), **_ordinals(), **_scales()}

COMPARISONS: dict[str, Entry] = {
    **_each(
        "не менее;не меньше;не менее чем;не меньше чем;не менее чем по;не меньше чем по;"
        "не менее по;более;более чем;больше;больше чем;свыше;"
        "минимум;как минимум;минимально;по меньшей мере;по крайней мере;не ниже;выше;дольше;дольше чем;"
        "чуть более;чуть больше;немногим более;немногим больше;не короче;"
        "начиная от",
        c.AT_LEAST,
        "at_least",
    ),
    **_each(
        "не более;не более чем;не больше;не больше чем;не свыше;менее;менее чем;меньше;меньше чем;"
        "максимум;не выше;ниже;не дольше;не дольше чем;не превышающий;не превышающего;"
        "не превышающем;вплоть до;"
        "максимально;чуть менее;чуть меньше",
        c.AT_MOST,
        "at_most",
    ),
    **_each(
        "около;порядка;почти;примерно;приблизительно;ориентировочно;где-то;в районе;плюс-минус;"
        "без малого;чуть ли не;едва ли не;приблизительно около",
        c.ABOUT,
        "about",
    ),
    **_each("превышает;превысило;превысила;превысил;превысит;превышающий;превышающих", c.AT_LEAST, "at_least*"),
    **_each(
        "не превышает;не превышать;не превысит;не может превышать;не должен превышать;не должна превышать;"
        "не будет превышать;не должно превышать;не могут превышать",
        c.AT_MOST,
        "at_most*",
    ),
    **_each("ровно", c.EXACTLY, "exactly"),
    **_each(
        "и более;и больше;и выше;или более;или больше;с лишним;с лишком;и свыше;и дольше;либо более",
        c.AFTERWARDS,
        "at_least",
    ),
    **_each("и менее;и меньше;и ниже;или менее;или меньше", c.AFTERWARDS, "at_most"),
    **_each("и старше;или старше", c.AFTERWARDS, "older"),
    **_each("и младше;и моложе;или младше;или моложе", c.AFTERWARDS, "younger"),
    "с небольшим": (c.AFTERWARDS, "about"),
    "от": (c.FROM, "ru"),
    **_each("с;со", c.SINCE, "since"),
    "до": (c.UP_TO, None),
    "по": (c.THROUGH, None),
    "между": (c.BETWEEN, None),
    "и": (c.AND, None),
    **_each("или;либо", c.OR, None),
    "из": (c.OF, None),
    **{w: (c.PREPOSITION, w) for w in "в во на за о об при у среди для".split()},
    **_each("в течение;сроком;сроком на;на срок;продолжительностью;длительностью;длится;в продолжение",
            c.PREPOSITION, "на"),
    **_each("несколько;нескольких;нескольким;многие;много;многих", c.VAGUE, None),
    **_each(
        "№;статья;статьи;статье;статью;статьёй;ст;пункт;пункта;пункте;пунктом;пункту;п;пп;подпункт;"
        "подпункта;часть;части;частью;ч;глава;гл;раздел;раздела;разделе;приложение;приложения;"
        "приложением;таблица;таблице;рис;рисунок;страница;странице;стр;том;параграф;абзац;абзаца;"
        "войсковая часть;войсковой части;в/ч;номер;номером;дом;д;корпус;корп;кв;квартира;каб;кабинет;"
        "офис;форма;форме;выпуск;серия;школа;школы;канал;каб.;оф;тел;телефон;телефону;факс;индекс;"
        "этаж;пом;литер;строение",
        c.SUPPRESSOR,
        None,
    ),
    "включительно": (c.INCLUSIVE, None),
}  # fmt: skip

_ROUBLE = "рубль рубля рублей рублю рублям рублями рублях рублём рубле рубли руб р"
_CASES = "а у ом е ы ов ам ами ах"


def _currencies() -> dict[str, Entry]:
    """Currency words in all cases, with their countries where that tells them apart."""
    found = _forms(_ROUBLE, c.CURRENCY, "RUB")
    for form in _ROUBLE.split():
        for of in ("российский", "российских", "российского"):
            found[f"{of} {form}"] = (c.CURRENCY, "RUB")
        for of in ("белорусский", "белорусских", "белорусского", "бел"):
            found[f"{of} {form}"] = (c.CURRENCY, "BYN")
    for form in ["доллар", *("доллар" + e for e in _CASES.split()), "долл"]:
        found[form] = found[f"{form} сша"] = (c.CURRENCY, "USD")
    found |= _forms("евро", c.CURRENCY, "EUR")
    found |= _forms("гривна гривны гривен гривну гривне гривной гривнам гривнами грн", c.CURRENCY, "UAH")
    found |= _forms("юань юаня юаней юаню юанем юанях юанями", c.CURRENCY, "CNY")
    found |= _forms("тенге", c.CURRENCY, "KZT")
    found |= _each("фунтов стерлингов;фунта стерлингов", c.CURRENCY, "GBP")
    found |= _forms("иен иены иена йен", c.CURRENCY, "JPY")
    found |= _forms("лари", c.CURRENCY, "GEL")
    found |= _forms("злотых злотый злотого", c.CURRENCY, "PLN")
    return found


_TIME_STEMS = {"M": "месячн", "W": "недельн", "D": "дневн", "TH": "часов", "TM": "минутн"}
_PREFIXES = {
    1: "одно", 2: "двух", 3: "трёх", 4: "четырёх", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми",
    9: "девяти", 10: "десяти", 11: "одиннадцати", 12: "двенадцати", 14: "четырнадцати",
    15: "пятнадцати", 18: "восемнадцати", 20: "двадцати", 21: "двадцатиодно", 24: "двадцатичетырёх",
    30: "тридцати", 45: "сорокапяти", 60: "шестидесяти",
}  # fmt: skip


def _adjectives() -> dict[str, Entry]:
    """``шестимесячный``, ``двухлетний``, ``полугодовой`` in all forms, and the bare ``-месячный``."""
    found: dict[str, Entry] = {}
    for unit, stem in _TIME_STEMS.items():
        for end in _HARD:
            found[stem + end] = (c.TIME_ADJECTIVE, unit)
            for n, prefix in _PREFIXES.items():
                time = f"PT{n}{unit[1]}" if unit[0] == "T" else f"P{n}{unit}"
                found[prefix + stem + end] = (c.WHOLE_DURATION, time)
    for end in _SOFT:
        found["летн" + end] = (c.TIME_ADJECTIVE, "years")
        for n, prefix in _PREFIXES.items():
            if n <= 10:
                found[prefix + "летн" + end] = (c.WHOLE_DURATION, f"P{n}Y")
    for end in _HARD:
        for word, time in (("полугодов", "P6M"), ("полугодичн", "P6M"), ("полуторамесячн", "P1M15D"),
                           ("годичн", "P1Y"), ("одногодичн", "P1Y"),
                           ("двухгодичн", "P2Y")):  # fmt: skip
            found[word + end] = (c.WHOLE_DURATION, time)
    for end in _SOFT:
        found["полуторагодичн" + end] = found["полуторалетн" + end] = (c.WHOLE_DURATION, "P1Y6M")
    found |= {"годов" + end: (c.WHOLE_DURATION, "P1Y of a contract") for end in _HARD}
    return found


UNITS: dict[str, Entry] = {
    **_currencies(),
    **_adjectives(),
    **_forms("месяц месяца месяцев месяцу месяцем месяцам месяцами месяцах мес", c.TIME, "M"),
    **_each("календарный месяц;календарных месяца;календарных месяцев", c.TIME, "M"),
    **_forms("лет годов", c.TIME, "Y"),
    **_forms("год года году годом годе г гг годы годах годам годами", c.YEAR, "Y"),
    **_each("календарный год;календарного года;календарных года;календарных лет", c.TIME, "Y"),
    **_forms("неделя недели неделю недель неделе неделей неделям неделями неделях", c.TIME, "W"),
    **_forms("день дня дней дню дням днём днями днях сутки суток суткам сутками сутках дн", c.TIME, "D"),
    **_each(
        "календарных дней;календарный день;календарных дня;рабочих дней;рабочих дня;рабочий день;"
        "календарных суток", c.TIME, "D",
    ),
    **_forms("час часа часов часам часами часах", c.TIME, "TH"),
    **_forms("минута минуты минут минуту минутам мин", c.TIME, "TM"),
    **_forms("полгода полугода полугодие", c.WHOLE_DURATION, "P6M"),
    **_forms("полмесяца полумесяца", c.WHOLE_DURATION, "P15D"),
    **_each("назад;тому назад", c.AGO, "ago"),
    **_each("спустя;ранее;раньше;позже;позднее", c.AGO, "earlier"),
    **_each("процент;процента;процентов;процентам;процентами;процентах;проц;процентных пунктов;"
            "процентный;процентная;процентное;процентные;процентных", c.PERCENT, None),
    **_each("км;километр;километра;километров;километре;километрах;километрам;километровый;километровой;"
            "километровая;километровую;километрового", c.DISTANCE, 1.0),
    **_each("м;метр;метра;метров;метрах", c.DISTANCE, 0.001),
    **_forms(
        "тонн тонны тонна кг килограмм килограмма килограммов градусов градуса градус мм см литров литра "
        "га гектаров гектара мвт гвт квт баррелей баррель балла баллов секунд коп копеек копейки "
        "гб мб этажный миллиметровый миллиметров утра вечера ночи", c.MEASURE, None,
    ),
}  # fmt: skip

AGES: dict[str, Entry] = {
    **_each(
        "в возрасте;возраст;возраста;возрасте;возрастом;возрастная группа;в возрастной группе;"
        "в возрастном диапазоне;возрастной диапазон", c.AGED, None,
    ),
    **_each("предельный возраст;максимальный возраст;предельного возраста;предельным возрастом;"
            "возрастной предел;верхняя граница возраста;верхний возрастной предел;возрастной порог;"
            "возрастная планка", c.AGE_BOUND, "max"),
    **_each("минимальный возраст;минимального возраста;нижняя граница возраста;"
            "нижний возрастной предел", c.AGE_BOUND, "min"),
    **_each(
        "старше;не моложе;не младше;старше чем;достигшие;достигших;достигшие возраста;достигших возраста;"
        "достигшим;достигший;достигшего;"
        "достигли;достиг;исполнилось;не младше чем;не моложе чем",
        c.AGE_COMPARATOR, "min",
    ),
    **_each("не старше;моложе;младше;не старше чем;моложе чем;младше чем;не достигшие;не достигших;"
            "не достигшие возраста;не достигших возраста;"
            "до достижения;до достижения возраста"
            , c.AGE_COMPARATOR, "max"),
    **_each("лет от роду;лет отроду;годиков", c.YEARS_OLD, None),
}  # fmt: skip


def _relative() -> dict[str, Entry]:
    """``прошлый``, ``минувший``, ``будущий``, ``этот`` in all forms."""
    stems = {
        "last": "прошл минувш предыдущ истекш", "next": "следующ будущ наступающ предстоящ ближайш",
        "this": "текущ нынешн",
    }  # fmt: skip
    found: dict[str, Entry] = {
        stem + end: (c.RELATIVE, worth)
        for worth, words in stems.items()
        for stem in words.split()
        for end in _HARD + _SOFT
    }
    found |= {"последн" + end: (c.RELATIVE, "past") for end in _SOFT}
    return found | _forms("этот этого этом эту этой", c.RELATIVE, "this")


DATES: dict[str, Entry] = {
    **{f: (c.MONTH, n) for n, forms in _MONTHS.items() for f in forms.split()},
    **{f: (c.MONTH, n) for n, forms in _MONTHS_SHORT.items() for f in forms.split()},
    **{f: (c.WEEKDAY, n) for n, forms in enumerate(_WEEKDAYS) for f in forms.split()},
    **_relative(),
    **_forms(
        "начале начала началу начало середине середины середину конце конца концу конец зимой зимы зиме", c.PART, None,
    ),
    **_forms("весной весны весне весну", c.PART, (3, 5)),
    **_forms("летом лета лету", c.PART, (6, 8)),
    **_forms("осенью осени осень", c.PART, (9, 11)),
    **_forms("вчера накануне", c.RELATIVE_DAY, -1),
    "позавчера": (c.RELATIVE_DAY, -2),
    "сегодня": (c.RELATIVE_DAY, 0),
    "завтра": (c.RELATIVE_DAY, 1),
    "послезавтра": (c.RELATIVE_DAY, 2),
    **_each("начиная с;ещё с", c.DIRECTION, "since"),
    "после": (c.DIRECTION, "after"),
    **_each("перед;ранее чем", c.DIRECTION, "before"),
    **_each("к;не позднее;не позднее чем;вплоть по", c.DIRECTION, "until"),
}  # fmt: skip


def _with_e(words: dict[str, Entry]) -> dict[str, Entry]:
    """Every form that is written with ё also with е."""
    return {w.replace("ё", "е"): entry for w, entry in words.items() if "ё" in w} | words


WORDS: dict[str, Entry] = _with_e({**COMPARISONS, **UNITS, **AGES, **DATES, **NUMBERS})

_STARTING = (c.MONTH, c.WEEKDAY, c.RELATIVE_DAY)
ALONE = frozenset(
    w
    for w, (kind, _) in WORDS.items()
    if kind in _STARTING
    or kind == c.WHOLE_DURATION
    or (kind in "uetHkl2zZ3po" and " " not in w)
    or w
    in (
        "год",
        "года",
        "году",
        "месяц",
        "месяца",
        "месяце",
        "неделю",
        "недели",
        "неделе",
        "сутки",
        "летом",
        "весной",
        "осенью",
    )
)
