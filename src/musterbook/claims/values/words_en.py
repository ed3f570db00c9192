"""English words of values, as data.

In: nothing. Out: `WORDS`, a word or fixed phrase in lower case → class and worth;
`ALONE`, those that start a value without any number beside them. Never holds a grammar.
"""

from __future__ import annotations

from musterbook.claims.values import classes as c
from musterbook.claims.values.classes import Entry

_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_MONTHS = ("january february march april may june july august september october november december").split()
_MONTHS_SHORT = "jan feb mar apr _ jun jul aug sep oct nov dec".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def _each(words: str, kind: str, worth: object) -> dict[str, Entry]:
    """One entry for each of several words or phrases, separated by semicolons."""
    return {w.strip(): (kind, worth) for w in words.split(";")}


NUMBERS: dict[str, Entry] = {
    **{w: (c.UNITS, float(i)) for i, w in enumerate(_UNITS)},
    **{w: (c.TEENS, float(i)) for i, w in enumerate(_TEENS, 10)},
    **{w: (c.TENS, float(i * 10)) for i, w in enumerate(_TENS, 2)},
    "fourty": (c.TENS, 40.0),
    **{w: (c.ORDINAL_WORD, float(i)) for i, w in enumerate(_ORDINALS, 1)},
    **{w[:-1] + "ieth": (c.ORDINAL_WORD, float(i * 10)) for i, w in enumerate(_TENS, 2)},
    "hundredth": (c.ORDINAL_WORD, 100.0),
    "thousandth": (c.ORDINAL_WORD, 1000.0),
    "hundred": (c.HUNDRED, 100.0),
    **_each("thousand;thousands", c.SCALE, 1e3),
    **_each("million;millions;mln;mn", c.SCALE, 1e6),
    **_each("billion;billions;bln;bn", c.SCALE, 1e9),
    **_each("trillion;trillions;trln;tn", c.SCALE, 1e12),
    "dozen": (c.GROUP_ALONE, 12.0),
    "dozens": (c.GROUP, 12.0),
    "tens": (c.GROUP, 10.0),
    "hundreds": (c.GROUP, 100.0),
    **_each("couple;couple of;pair of", c.GROUP_ALONE, 2.0),
    "half": (c.HALF, 0.5),
    "and a half": (c.AND_A_HALF, 0.5),
    "and-a-half": (c.AND_A_HALF, 0.5),
    **_each("a;an", c.ARTICLE, 1.0),
    **_each(
        "thirds;quarters;quarter of;fourths;fifths;sixths;sevenths;eighths;ninths;tenths;third of",
        c.FRACTION,
        None,
    ),
}

COMPARISONS: dict[str, Entry] = {
    **_each(
        "at least;more than;over;no fewer than;no less than;not less than;not fewer than;upwards of;"
        "upward of;in excess of;above;exceeding;a minimum of;minimum of;minimum;greater than;"
        "starting at;starting from;no lower than;not lower than;well over;slightly more than;just over;"
        "slightly over;a little over;more than about;at least about;at the very least;longer than;"
        "a little more than;just above;no shorter than",
        c.AT_LEAST,
        "at_least",
    ),
    **_each(
        "up to;no more than;not more than;as many as;as much as;at most;fewer than;less than;under;"
        "below;a maximum of;maximum of;maximum;not exceeding;no longer than;not longer than;"
        "no greater than;just under;slightly under;slightly less than;just below;shorter than;"
        "up to about;up to a maximum of;never more than;no higher than;not over;well under",
        c.AT_MOST,
        "at_most",
    ),
    **_each(
        "about;some;nearly;roughly;around;approximately;approx;almost;close to;an estimated;estimated;"
        "circa;in the region of;in the order of;on the order of;somewhere around;about some",
        c.ABOUT,
        "about",
    ),
    **_each("exceeds;exceed;exceeded;have exceeded;has exceeded", c.AT_LEAST, "at_least*"),
    **_each(
        "not exceed;cannot exceed;can not exceed;may not exceed;must not exceed;shall not exceed;"
        "not last beyond;not go beyond;"
        "will not exceed;never exceed;should not exceed;does not exceed;do not exceed;"
        "not to exceed",
        c.AT_MOST,
        "at_most*",
    ),
    **_each("exactly;precisely", c.EXACTLY, "exactly"),
    **_each(
        "or more;and more;or above;and above;or over;and over;and up;and upwards;-plus;or longer",
        c.AFTERWARDS,
        "at_least",
    ),
    **_each("or fewer;or less;or below;and under;or under;and below", c.AFTERWARDS, "at_most"),
    **_each("or older;and older", c.AFTERWARDS, "older"),
    **_each("or younger;and younger", c.AFTERWARDS, "younger"),
    "or so": (c.AFTERWARDS, "about"),
    "from": (c.FROM, "en"),
    "to": (c.TO, None),
    "between": (c.BETWEEN, None),
    "and": (c.AND, None),
    "or": (c.OR, None),
    "of": (c.OF, None),
    "through": (c.THROUGH, None),
    "thru": (c.THROUGH, None),
    **{w: (c.PREPOSITION, w) for w in "in on for at during within lasting lasts".split()},
    "for up to": (c.AT_MOST, "at_most"),
    **_each("several;few;a few;many;various;numerous", c.VAGUE, None),
    **_each(
        "article;articles;section;sections;chapter;clause;page;pages;paragraph;item;annex;appendix;"
        "figure;table;volume;channel;room;no.;nos.;decree;resolution;part;point;step;protocol;"
        "military unit;phase;apartment;apt;suite;order no;bill no;law no;act no;file;form;version;iso;"
        "order no.;bill no.;law no.;act no.;decree no.;resolution no.;directive no.;instruction no.;"
        "episode;issue no;school no;p.;pp.;fig.;vol.;art.;para.",
        c.SUPPRESSOR,
        None,
    ),
    "inclusive": (c.INCLUSIVE, None),
    "inclusively": (c.INCLUSIVE, None),
}

_RUB = "rubles;ruble;roubles;rouble;rubs;rur;russian rubles;russian roubles;russian ruble;russian rouble"
UNITS: dict[str, Entry] = {
    **_each(_RUB, c.CURRENCY, "RUB"),
    **_each("dollars;dollar;us dollars;u.s. dollars;american dollars;us$;bucks", c.CURRENCY, "USD"),
    **_each("euros;euro", c.CURRENCY, "EUR"),
    **_each("hryvnia;hryvnias;hryvnya;hryvnyas;hryven;ukrainian hryvnia", c.CURRENCY, "UAH"),
    **_each("yuan;renminbi;rmb;chinese yuan", c.CURRENCY, "CNY"),
    **_each("belarusian rubles;belarusian roubles;belarusian ruble", c.CURRENCY, "BYN"),
    **_each("tenge", c.CURRENCY, "KZT"),
    **_each("pounds sterling;british pounds", c.CURRENCY, "GBP"),
    **_each("yen;jpy", c.CURRENCY, "JPY"),
    **_each("lira;liras;try", c.CURRENCY, "TRY"),
    **_each("lari;gel", c.CURRENCY, "GEL"),
    **_each("chf;swiss francs", c.CURRENCY, "CHF"),
    **_each("zloty;zlotys;pln", c.CURRENCY, "PLN"),
    **{code: (c.SYMBOL, code.upper()) for code in "rub usd eur uah cny byn kzt gbp".split()},
    "hr": (c.SYMBOL, "UAH"),
    **_each("month;months;months';calendar month;calendar months", c.TIME, "M"),
    **_each("years;years'", c.TIME, "Y"),
    **_each("year;calendar year", c.YEAR, "Y"),
    **_each("week;weeks;calendar weeks", c.TIME, "W"),
    **_each("day;days;calendar day;calendar days;working days;business days;consecutive days", c.TIME, "D"),
    **_each("fortnight;fortnights", c.TIME, "2W"),
    **_each("hour;hours;hrs", c.TIME, "TH"),
    **_each("minute;minutes;min;mins", c.TIME, "TM"),
    "decades": (c.TIME, "10Y"),
    "year-long": (c.WHOLE_DURATION, "P1Y"),
    "yearlong": (c.WHOLE_DURATION, "P1Y"),
    "month-long": (c.WHOLE_DURATION, "P1M"),
    "monthlong": (c.WHOLE_DURATION, "P1M"),
    "week-long": (c.WHOLE_DURATION, "P1W"),
    "weeklong": (c.WHOLE_DURATION, "P1W"),
    "day-long": (c.WHOLE_DURATION, "P1D"),
    "half-year": (c.WHOLE_DURATION, "P6M"),
    "half year": (c.WHOLE_DURATION, "P6M"),
    "half-yearly": (c.WHOLE_DURATION, "P6M"),
    **_each("annual;yearly", c.WHOLE_DURATION, "P1Y of a contract"),
    "long": (c.LONG, None),
    "ago": (c.AGO, "ago"),
    "earlier": (c.AGO, "earlier"),
    "later": (c.AGO, "earlier"),
    "prior": (c.AGO, "earlier"),
    **_each("%;percent;per cent;pct;percentage points", c.PERCENT, None),
    **_each("km;kilometers;kilometres;kilometer;kilometre;kms", c.DISTANCE, 1.0),
    **_each("miles;mile", c.DISTANCE, 1.609344),
    **_each("meters;metres;meter;metre", c.DISTANCE, 0.001),
    **_each(
        "tons;tonnes;ton;tonne;kg;kilograms;grams;degrees;degree;a.m;p.m;am;pm;mm;cm;litres;liters;"
        "hectares;acres;mw;gw;kw;o'clock;barrels;km/h;pounds;feet;inches;seconds;gb;mb;tb;hz;mhz;ghz;"
        "millimeter;millimeters;celsius;fahrenheit;points;hp;bpd",
        c.MEASURE,
        None,
    ),
}

AGES: dict[str, Entry] = {
    **_each(
        "aged;ages;age;age of;ages of;aged from;at the age of;the age of;ages from;age range;age bracket;"
        "in the age range;age group;age range of;age range is;ages are;at age",
        c.AGED,
        None,
    ),
    **_each(
        "between the ages of;between ages;between the age of;ages between;aged between;ages ranging from",
        c.AGED,
        "between",
    ),
    **_each(
        "age limit;upper age limit;maximum age;age ceiling;upper limit;maximum age limit;age cap;"
        "age limits;age restriction;upper age;maximum age of;cut-off age;cutoff age;oldest age;top age;"
        "age cut-off;age cutoff;age threshold;age bar",
        c.AGE_BOUND,
        "max",
    ),
    **_each("minimum age;lower age limit;minimum age limit;minimum age of", c.AGE_BOUND, "min"),
    **_each(
        "years old;years of age;year-old;year-olds;years-old;years-of-age;year old;yo;y.o;year olds",
        c.YEARS_OLD,
        None,
    ),
    **_each(
        "older than;not younger than;no younger than;over the age of;above the age of;at least the age of;"
        "from the age of;reached the age of;reach the age of;attained the age of;over age;from age;above age;"
        "at least age",
        c.AGE_COMPARATOR,
        "min",
    ),
    **_each(
        "younger than;not older than;no older than;under the age of;below the age of;up to the age of;"
        "until the age of;up until the age of;up to age;until age;under age;below age;up to and including the age of;"
        "not over the age of;no more than the age of;not above the age of",
        c.AGE_COMPARATOR,
        "max",
    ),
}

DATES: dict[str, Entry] = {
    **{w: (c.MONTH, i) for i, w in enumerate(_MONTHS, 1)},
    **{w: (c.MONTH, i) for i, w in enumerate(_MONTHS_SHORT, 1) if w != "_"},
    "sept": (c.MONTH, 9),
    **{w: (c.WEEKDAY, i) for i, w in enumerate(_WEEKDAYS)},
    **{w: (c.WEEKDAY, i) for i, w in enumerate("mon tue wed thu fri sat sun".split())},
    "tues": (c.WEEKDAY, 1),
    "thurs": (c.WEEKDAY, 3),
    **_each("last;previous", c.RELATIVE, "last"),
    "past": (c.RELATIVE, "past"),
    **_each("next;coming;following;upcoming", c.RELATIVE, "next"),
    **_each("this;current", c.RELATIVE, "this"),
    **_each(
        "early;mid;late;beginning of;start of;middle of;end of;beginning;end;first half of;"
        "second half of;early in;late in;start;close of;winter of;winter",
        c.PART,
        None,
    ),
    **_each("spring;spring of", c.PART, (3, 5)),
    **_each("summer;summer of", c.PART, (6, 8)),
    **_each("autumn;autumn of;fall of", c.PART, (9, 11)),
    "yesterday": (c.RELATIVE_DAY, -1),
    "today": (c.RELATIVE_DAY, 0),
    "tomorrow": (c.RELATIVE_DAY, 1),
    "day before yesterday": (c.RELATIVE_DAY, -2),
    "day after tomorrow": (c.RELATIVE_DAY, 2),
    "since": (c.DIRECTION, "since"),
    **_each(
        "starting;starting on;beginning on;effective;effective from;starting in;as of;from as early as;"
        "beginning from;effective as of;beginning in;since at least;since early as;starting from",
        c.DIRECTION,
        "since",
    ),
    "after": (c.DIRECTION, "after"),
    **_each("before;prior to;ahead of", c.DIRECTION, "before"),
    **_each(
        "until;till;by;no later than;not later than;until at least;up until;by no later than",
        c.DIRECTION,
        "until",
    ),
}

WORDS: dict[str, Entry] = {**COMPARISONS, **UNITS, **AGES, **DATES, **NUMBERS}
WORDS |= _each("starting from;starting at;beginning from", c.FROM, "from")

ALONE = frozenset(
    [w for w, (kind, _) in NUMBERS.items() if kind in "ueththklZzp" and " " not in w]
    + [w for w, (kind, _) in NUMBERS.items() if kind == c.ORDINAL_WORD]
    + [w for w, (kind, _) in DATES.items() if kind in (c.MONTH, c.RELATIVE_DAY)]
    + _WEEKDAYS
    + [w for w, (kind, _) in UNITS.items() if kind == c.WHOLE_DURATION]
    + ["year", "month", "week", "day", "fortnight", "spring", "summer", "autumn"]
)
