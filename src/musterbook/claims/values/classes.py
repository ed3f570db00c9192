"""The one-letter classes in which the grammars of values are written.

In: nothing. Out: a name for each class. Never holds a word of any language: the words are
in `words_en` and `words_ru`, and both languages share every grammar through these letters.

A stretch of text becomes a string with one letter a token ("300 тыс. рублей" is ``dkC``),
so that a grammar is a short regular expression over letters. Numbers are then folded
(`numbers`), after which the same stretch reads ``NC``.
"""

from __future__ import annotations

Entry = tuple[str, object]
"""A word's class and what it is worth: a number, a unit, a comparator, a month …"""

# Parts of numbers, before folding
DIGITS = "d"  # written in figures
UNITS = "u"  # one … nine, zero
TEENS = "e"  # ten … nineteen
TENS = "t"  # twenty … ninety
HUNDRED = "h"  # multiplies: two hundred
HUNDREDS = "H"  # adds: двести
SCALE = "k"  # thousand … trillion, after a number
SCALE_ALONE = "l"  # may stand alone: тысяча
SCALE_OF = "2"  # genitive singular, alone only after a comparator: более тысячи
GROUP = "z"  # dozens, десятка: after a number
GROUP_ALONE = "Z"  # may stand alone: dozen, десяток, пара
GROUP_OF = "3"  # genitive singular: около десятка
FRACTIONAL = "p"  # полтора, полмиллиона
HALF = "f"
AND_A_HALF = "+"
ARTICLE = "a"
LETTER_M = "m"  # a letter m after figures: million beside a currency, else metres
ORDINAL_WORD = "o"
ORDINAL_END = "s"  # 20th, 5-й
CARDINAL_END = "i"  # 18-ти

# Numbers, after folding
DAYLIKE = "n"  # 1 … 31 in bare figures
YEARLIKE = "Y"  # 1900 … 2100 in bare figures
NUMBER = "N"  # any other
ORDINAL = "O"

# What stands beside numbers
AT_LEAST = ">"
AT_MOST = "<"
ABOUT = "~"
EXACTLY = "="
AFTERWARDS = "^"  # or more, и старше
FROM = "F"  # from, от
SINCE = "S"  # с, со
UP_TO = "D"  # до
TO = "T"
THROUGH = "P"  # по, through
BETWEEN = "B"
AND = "&"
OR = "|"
OF = "v"
PREPOSITION = "c"  # in, on, for, в, на
DIRECTION = "V"  # after, before, until, к
HYPHEN = "-"  # attached on both sides
DASH = "_"  # with white space
COMMA = ","
OPEN = "("
CLOSE = ")"
STOP = "."
BREAK = "!"
OTHER = "x"
VAGUE = "?"  # several, несколько
SUPPRESSOR = "#"  # No., статья: the number after it names, it does not count
FRACTION = "/"  # thirds, трети

# Units
SYMBOL = "$"
CURRENCY = "C"
TIME = "U"
YEAR = "g"  # singular year words, which may follow a date: год, г.
TIME_ADJECTIVE = "A"  # -месячный
WHOLE_DURATION = "E"  # полгода, шестимесячный
LONG = "L"  # -long
AGO = "@"
AGED = "G"
AGE_BOUND = "b"  # age limit, минимальный возраст
YEARS_OLD = "y"
AGE_COMPARATOR = "J"  # older than, не старше
INCLUSIVE = "I"
PERCENT = "%"
DISTANCE = "K"
MEASURE = "q"  # tons, degrees, a.m.: neither counted nor kept

# Dates
MONTH = "M"
WEEKDAY = "W"
RELATIVE = "w"  # last, next, минувший
RELATIVE_PERIOD = "R"  # last year, этого месяца
RELATIVE_WEEK = "Q"
PART = "r"  # early, mid, конце
FULL_DATE = "X"
RELATIVE_DAY = "1"
