"""Columns of contacts, links and files, from which nothing can be learned."""

import re
from collections import Counter
from typing import Final

from core.assistant.files.columns import MOSTLY, PEEK, SURE
from core.assistant.files.number_names import words_of
from core.assistant.word_sets import word_set

_LINK: Final = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\.\w+|(?!\d)[a-z][a-z0-9+.-]{1,15}:/{0,2}[^\s:]*[/?=@]\S*"
    r"|(?:[\w-]+\.)+[a-z]{2,}/\S+"
)
"""Also ``viber://chat``, ``mailto:a@b.org`` and ``t.me/name``."""
_LONGEST: Final = 1_000
"""Signs."""
_STARTS: Final = ("http://", "https://", "www.")
_FILE: Final = re.compile(
    r"[^\n?*\"<>|]{1,200}\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic|pdf|docx?|xlsx?|pptx?|csv|txt|zip"
    r"|mp[34]|wav|avi|mov|html?|php)",
    re.IGNORECASE,
)
_PHONE_NUMBER: Final = re.compile(
    r"\+?\d[\d\s()./‑–-]{5,}\d(?:\s?(?:\([^()]*\)|（[^（）]*）|(?:ext\.?|x|доб\.?)\s?\d+))?",
    re.IGNORECASE,
)
_WRITTEN_PHONE: Final = re.compile(
    r"\+\d{1,3}[\s(-][\d\s()-]{6,}\d|\(\d{2,4}\)\s?\d{3,4}[\s-]?\d{3,4}|\d{3}-\d{3,4}-\d{4}"
)
"""No amount and no day is written so, whatever its heading."""
_DIGITS: Final = range(7, 16)
"""Digits of a telephone number."""
_PHONES: Final = word_set(
    "phone phones tel telephone telephones mobile cell cellphone fax handy telefon telefonnummer",
    "telefono teléfono telefone celular móvil movil téléphone portable gsm телефон факс whatsapp",
    "viber 电话 電話 手机 手机号 手机号码 联系电话 联系方式 电话号码 携帯 전화 전화번호",
)
_OF_NUMBER: Final = word_set("number no nr num nummer numero número номер")
_SOCIAL: Final = word_set(
    "twitter facebook instagram telegram whatsapp viber youtube linkedin skype tiktok wechat weibo",
    "vk вконтакте discord snapchat pinterest mastodon 微信 微信号 qq 微博 抖音号 handle",
)
_PICTURES: Final = word_set(
    "image images img imgs picture photo thumbnail thumb avatar icon poster logo slug path",
    "filepath filename file bild foto imagen imagem",
    "图片 封面 头像 缩略图 图像 路径 文件名 画像 写真",
)
_SLUG: Final = re.compile(r"(?=[^a-z]*[a-z])[\w./%-]+", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@?(?=\S*[^\W\d_])[\w.-]{2,40}")
_OFTEN: Final = 0.5
"""With this share of different ones, words without a blank name files or persons, and no sorts."""


def is_link(cell: str) -> bool:
    """Return whether a cell holds nothing but links, or the name of a picture or other file.

    A blank may stand in a link where what follows has digits, as a number in it has.
    """
    if len(cell) <= _LONGEST and (_LINK.fullmatch(cell) or _FILE.fullmatch(cell)):
        return True
    first, *others = re.split(r"[\s,;]+", cell.strip("[](){}\"' ")) or [""]
    return first.strip("\"'").startswith(_STARTS) and all(
        word.strip("\"'").startswith(_STARTS) or any(map(str.isdigit, word)) or len(word) <= 1
        for word in others
    )


def are_contacts(heading: str, counts: Counter[str]) -> bool:
    """Return whether cells are telephone numbers, or names of persons' pages and of pictures."""
    peek = [cell.strip() for cell in list(counts)[:PEEK]]
    phones = _PHONE_NUMBER if _names(heading, _PHONES) else _WRITTEN_PHONE
    if _are_most([bool(phones.fullmatch(cell)) and _is_phone(cell) for cell in peek]):
        return True
    if counts.total() < SURE or len(counts) < _OFTEN * counts.total():
        return False
    named = ((_SOCIAL, _HANDLE), (_PICTURES, _SLUG))
    return any(
        _names(heading, words) and _are_most([bool(form.fullmatch(cell)) for cell in peek])
        for words, form in named
    )


def _is_phone(cell: str) -> bool:
    return sum(map(str.isdigit, re.split(r"[(（](?=\D)|[a-zд]", cell)[0])) in _DIGITS


def _names(heading: str, words: frozenset[str]) -> bool:
    """Return whether a heading ends in such a word, or in one for its number: ``Tel. No 2``."""
    own = [word for word in words_of(heading) if word not in _OF_NUMBER] or [""]
    return own[-1] in words


def _are_most(fits: list[bool]) -> bool:
    return bool(fits) and sum(fits) >= MOSTLY * len(fits)
