"""Numbers as documents write them: digits, Chinese numerals, English number words, Roman numerals."""

import re
import unicodedata
from typing import Final

CHINESE_DIGITS: Final = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "廿": 20,
    "卅": 30,
    "元": 1,
}
CHINESE_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "千": 1000}
CHINESE_MYRIADS: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
CHINESE_NUMERAL: Final = re.compile("[〇零○一二两兩三四五六七八九十拾百千万萬亿億壹贰叁廿卅元]+")
ARABIC: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")

ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS: Final = {
    **{word: value for value, word in enumerate(ONES)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
    "oh": 0,
    "o": 0,
}
IRREGULAR_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
ORDINALS: Final = {
    **{f"{word}th": value for word, value in CARDINALS.items() if value not in range(4)},
    **{f"{word[:-1]}ieth": CARDINALS[word] for word in TENS},
    **IRREGULAR_ORDINALS,
    "hundredth": 100,
}
ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ROMAN_NUMERAL: Final = re.compile(
    "(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)


def parse_numeral(text: str) -> int | None:
    """Return the whole number that a numeral states, or ``None`` when it is not one.

    Reads Arabic and full-width digits, Chinese numerals (by value or digit by digit), English
    cardinals and ordinals. A Roman numeral is ambiguous with a word; see `parse_roman`.

    >>> [parse_numeral(word) for word in ("二十四", "二〇一七", "第八", "１,２００", "twenty-first", "8th")]
    [24, 2017, 8, 1200, 21, 8]
    >>> parse_numeral("百分之五") is None
    True
    """
    word = unicodedata.normalize("NFKC", text).strip().removeprefix("第").strip()
    if CHINESE_NUMERAL.fullmatch(word):
        return _chinese(word)
    word = word.lower()
    digits = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word)
    if ARABIC.fullmatch(digits):
        return int(digits.replace(",", "")) if len(digits) < 20 else None
    return _english(word)


def parse_roman(text: str) -> int | None:
    """Return the value of a Roman numeral up to 3999.

    >>> parse_roman("XVII"), parse_roman("IIII")
    (17, None)
    """
    if not ROMAN_NUMERAL.fullmatch(text):
        return None
    values = [ROMAN[char] for char in text] + [0]
    return sum(-a if a < b else a for a, b in zip(values, values[1:], strict=False))


roman = parse_roman


def _chinese(word: str) -> int | None:
    if all(char in CHINESE_DIGITS and CHINESE_DIGITS[char] < 10 for char in word):
        return int("".join(str(CHINESE_DIGITS[char]) for char in word)) if len(word) < 20 else None
    return _by_value(word)


def _by_value(word: str) -> int:
    total = section = digit = 0
    last_unit = 1
    for char in word:
        if char in CHINESE_MYRIADS:
            total = (total + section + digit or 1) * CHINESE_MYRIADS[char]
            section = digit = 0
            last_unit = CHINESE_MYRIADS[char]
        elif char in CHINESE_UNITS:
            last_unit = CHINESE_UNITS[char]
            section += (digit or 1) * last_unit
            digit = 0
        elif CHINESE_DIGITS[char] >= 20:  # 廿, 卅
            section += CHINESE_DIGITS[char]
        else:
            last_unit = 1 if CHINESE_DIGITS[char] == 0 else last_unit
            digit = digit * 10 + CHINESE_DIGITS[char] if last_unit == 1 else CHINESE_DIGITS[char]
    return total + section + digit * (last_unit // 10 if last_unit > 10 else 1)


def _english(word: str) -> int | None:
    parts = [part for part in re.split(r"[\s-]+", word) if part and part != "and"]
    if not parts or len(parts) > 12:
        return None
    *heads, tail = parts
    last = ORDINALS.get(tail, CARDINALS.get(tail))
    if not heads:
        return 100 if tail == "hundred" else last
    return parse_number_words([*heads[:-1], heads[-1], _cardinal(tail)])


def _cardinal(word: str) -> str:
    """Return the cardinal of an ordinal word, or the word itself."""
    value = ORDINALS.get(word)
    if value is None:
        return word
    if value == 100:
        return "hundred"
    return ONES[value] if value < 20 else TENS[value // 10 - 2]


def parse_number_words(words: list[str]) -> int | None:
    """Return the value of English number words, years read in pairs included.

    Pairs are how years are spoken: nineteen seventy-eight, nineteen hundred ninety-three.

    >>> parse_number_words("one thousand nine hundred and seventy six".split())
    1976
    >>> parse_number_words(["nineteen", "seventy", "eight"])
    1978
    """
    total, group = 0, 0
    for word in words:
        if word == "thousand":
            total, group = (total + group or 1) * 1000, 0
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in CARDINALS:
            group = _append(group, CARDINALS[word])
        elif word != "and":
            return None
    return total + group


def _append(group: int, value: int) -> int:
    """Add a number word to a group; after a closed pair a new pair begins (nineteen | seventy)."""
    rest = group % 100
    if rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < value < 10):
        return group + value
    return group * 100 + value if group < 100 else group * 10 + value
