"""What a column's heading says: the field's name, and what kind of thing it names."""

import re
from collections.abc import Collection
from typing import Final

from core.assistant.files.number_names import names_identity, names_number_of, names_point
from core.assistant.word_sets import word_set
from core.domain.fields import MAX_NAME

_NO_START: Final = re.compile(r"^[\W_]+")
_STRANGE: Final = re.compile(r"[^\w .,/²³%°()'&+-]")
_IDS: Final = re.compile(
    r"(^|[\s_\-.])(id|ids|uuid|guid|key|nr\.?|no\.?|index|índice|indice|indeks|idx|number|serial|sn|sku|isbn|ean|barcode|iban|imei|vin|hash|rownum|row|num|codice)$"
    r"|^(codice|código|codigo|code)\s|^(unnamed|index|rowid|编号|序号|学号|工号|订单号|身份证)"
    r"|(^|[\s_\-.])(bibs?|dossard|dorsal|pettorale|号码布|参赛号|参赛号码)$"
    r"|(^|[\s_\-.])(l\.?\s?p|s\.?\s?no|sl\.?\s?no|sr\.?\s?no|cert|certificate|licen[cs]e|permit|docket|ref|reference|referenz|référence|referencia|riferimento"
    r"|mpn|upc|gtin|asin|part[\s_]?no|expediente"
    r"|identificador|identifier|identifiant|identificativo|kennung)\.?$"
    r"|^(identifiant|identificador|identificativo|identifier|identifikator|identyfikator|kennung)[\s_]"
    r"|[\u3040-\u9fff]ID$"
    r"|[^\W\di]num$|(编号|编码|编碼|序号|单号|号码)$|[a-z](Id|ID|No|Nr|Number|nr\.?|nummer|Reference|Ref)$|(^|[\s_])fk([\s_]|$)|^id[A-Z][a-z]|^(id|nr|no|#|№|nummer|lfd)([\s_.]|$)|^n[º°]",
)
_CODES: Final = re.compile(
    r"(^|[\s_\-])(zip|zipcode|postcode|pincode|postal|plz|postleitzahl|fips|area[\s_\-]?code|phone|tel|telephone|"
    r"telefon|téléphone|telefone|telefono|teléfono|celular|móvil|movil|gsm|fone|телефон|mobile"
    r"|code postal|bo[iî]te postale|p\.?o\.? box"
    r"|cp|cep|kod[\s_]pocztowy|psč|postnummer|postnr|индекс|account|isbn|sku|iban)"
    r"([\s_\-]?(code|number|no|nr|nummer))?[\s_.]*$"
    r"|(邮编|邮政编码|郵便番号|우편번호|电话|電話|手机|手机号|号码|账号)$",
    re.IGNORECASE,
)
_KEYS: Final = re.compile(
    r"^(identificador|identifier|identifiant|identificativo|identifikator|identyfikator|kennung)([\s_]|$)"
    r"|[\u3040-\u9fff]ID$"
    r"|(^|[\s_\-.])(ids?|uid|uuid|guid|id_str|codes?|codici|codice|códigos?|codigos?|编号|学号|工号)$"
    r"|(^|[\s_])fk([\s_]|$)|[\s_]ref(erence)?$"
    r"|^(班级|班|小组|组别|组号|班号|考场|楼号|栋|型号|批次|クラス|組|班組)$"
    r"|[^\W_][\s_]cd$|^u?id[\s\-.]|^(uid|id|cod|code|codice|código|codigo|kode|kod)[_\s]"
    r"|[_\s](code|código|codigo|codice)[_\s]|(编号|编码|学号|工号|课程号|代码|コード)$"
    r"|[a-z]{2}(?<!en)(?<!de)codes?$|(^|[\s_])код(ы)?([\s_]|$)|(kennziffern?|schlüssel(nummer|zahl)?)$",
    re.IGNORECASE,
)
_CAMEL_KEYS: Final = re.compile(
    r"[a-z](Id|ID|Code|Key|Ref|Reference)$|^id[A-Z][a-z]|^[^\W\daeiou](?<![bm])id$|^(?i:object|row|user|cust|customer|client|order|product|item|player|member|employee"
    r"|student|patient|post|game|team|store|station|device|session|account|record|ticket)(?i:id)$"
)
"""``cityId`` and ``pid``, but not ``paid``, ``bid`` and ``mid``."""
_CAPITAL_KEYS: Final = re.compile(r"[A-Z]{2,}(?<!PA)ID")
"""``VIAFID``, but not ``PAID``; other words in capitals end so, too, but stand over few digits."""
_GLUED: Final = re.compile(r"[A-Z]{3,}(?:ID|NUMBER)|[a-z]{3,}(?<!pa)(?<!val)(?<!gr)id")
_IN_ID: Final = word_set(
    "paid unpaid prepaid repaid said laid maid braid bid mid grid rapid valid invalid avoid solid",
    "fluid hybrid candid squid liquid acid raid void android steroid humid orchid pyramid kid lid",
    "skid arid avid centroid covid thyroid asteroid cuboid ellipsoid fibroid opioid stupid",
    "vivid rigid timid splendid celluloid tabloid typhoid rabid placid lucid morbid horrid sordid",
)
"""Words that end like ids."""
_INDEX: Final = re.compile(r"(index|índice|indice|indeks|idx)$", re.IGNORECASE)
_ONE_INDEX: Final = re.compile(
    r"(row|sample|record|data|item|line)?[\s_\-.]*(index|índice|indice|indeks|idx)", re.IGNORECASE
)
"""These number rows; ``heat index`` says how hot it is."""
_COUNTED: Final = re.compile(
    r"(no|nr|num|#|№)[\s_.]*of[\s_]|(no|nr|num|#|№|n[º°])[\s_.]+[^\W\d_]{3,}(?<!serie)(?<![sui])s$",
    re.IGNORECASE,
)
"""Before a word in the plural, too, these say how many there are: ``# Shares``."""
_NO: Final = re.compile(r"(?<![^\W_])no(?![^\W_])", re.IGNORECASE)
_YES: Final = ("yes", "sí", "si", "sì")
"""In languages whose word for no may be short for a number."""
_LOOSE: Final = re.compile(
    r"(num|number|matr[ií]cula)s?$|^(no|nr|#|№|n[º°]|n[uú]mero)[\s_.]", re.IGNORECASE
)
_NO_NAME: Final = re.compile(r"unnamed.*|column \d+( \d+)?|列 ?\d+", re.IGNORECASE)
_LOST_INDEX: Final = re.compile(r"Unnamed: 0(\.\d+)*(_[xy])?")
"""What a library calls the numbers of rows that it wrote before."""
_BARE_ID: Final = re.compile(
    r"i|id|_id|uuid|guid|rowid|s\.?n\.?|l\.?\s?p\.?|编号|序号", re.IGNORECASE
)
_REFERENCE: Final = re.compile(r"[a-z](Reference|Ref)$|(?i:[\s_](fk|ref|reference)$|^fk[\s_])")
_PERSON: Final = re.compile(
    r"^(name|namen|nom|nombre|nome|имя|фио|ф\.и\.о\.?)$"
    r"|(^|[\s_])(full|first|last|user|nick|screen|family|given|sur)[\s_]?name$"
    r"|(vor|nach|benutzer|nutzer)name$|(^|[\s_])(prénom|prenom|apellidos?|cognome|nazwisko|фамилия)$"
    r"|(姓名|昵称|暱稱|用户名|使用者名稱|网名|名字|联系人|氏名|名前|이름|성명)$",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^(title|titel|titre|título|titulo|titolo|tytuł|tittel|название|наименование|nazwa|nimi|ad[ıi])$"
    r"|(书名|書名|名称|名稱|品名|片名|菜名|歌名|标题|標題|作品|商品名|店名|제목|상품명)$",
    re.IGNORECASE,
)
_SORTS: Final = word_set("category kategorie type typ cluster segment")
"""Words that say so at the end of a heading, too."""
_SORTS_ALONE: Final = _SORTS | word_set(
    "categoría catégorie categoria kategoria категория カテゴリ カテゴリー tipo тип segmento"
)
_PLACES: Final = word_set("rank position place platz rang")
"""A place within a category is a number."""
_HAN_SORTS: Final = ("类别", "分类", "類別", "分類", "类型", "類型", "种类", "種類")
_TEXT: Final = re.compile(
    r"(^|[\s_])(text|texts|post|message|messages|comments?|reviews?|descriptions?|questions?|sentence"
    r"|tweet|feedback|summary|body|subject|complaint|utterance|query|texto|texte|mensaje|mensagem"
    r"|comentarios?|comentários?|descripci[oó]n|descriç[aã]o|nachricht|kommentar|beschreibung|frage"
    r"|commentaire|pregunta|opis|отзыв|текст|комментарий|описание|вопрос|сообщение)$"
    r"|(文本|内容|正文|评论|描述|问题|留言|消息|标题|句子|弹幕|意见|反馈|投诉|コメント|本文|内容|리뷰|댓글|내용)$",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(
    r"(is|has|was|had|did|can|does)(?=[A-Z\s_])|(?i:ist|hat|est|es|tiene)[\s_]|是否|有无|有没有"
)
_DAYS: Final = re.compile(r"date|day|datum|tag$|jour|fecha|日期|时间|日$", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(^|[^a-z])(date|datum|fecha)($|[^a-z])|[a-z]Date|datum$|日期|日付", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"time|stamp|date|datum|fecha|epoch|created|updated|modified|published|posted|joined|zeit"
    r"|heure|hora|时间|時間|时刻|日時|日期|日付|(^|[\s_])(ts|at|on|when|utc|last[\s_]seen)$",
    re.IGNORECASE,
)
_WHEN_OR_WHERE: Final = re.compile(
    r"(.*[\s_])?(breite|länge|year|jahr|année|año|anno|ano)|年|年份|年度|学期",
    re.IGNORECASE,
)
_OF_DAY: Final = re.compile(
    r"start|stop|begin|begun|end|from|until|till|open|clos|arriv|depart|sunrise|sunset|wake|woke|sleep"
    r"|bed|alarm|clock|o'clock|uhr|beginn|ende|ankunft|abfahrt|heure|début|fin$|ouvert|fermet|hora"
    r"|inicio|salida|llegada|ora|inizio|partenza|arrivo|时间|时刻|時刻|開始|終了|开始|结束|上班"
    r"|下班|到达|出发|起床|入睡",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(
    r"duration|length|laufzeit|dauer|pace|(^|\s)tempo|allure|ritmo|lap|track|song|时长|配速",
    re.IGNORECASE,
)
_PARTS_OF_TIME: Final = re.compile(
    r"(^|[\s_])(h|hours?|hrs?|m|min|mins|minutes?|s|sec|secs|seconds?|days?|months?|stunden?|minuten?"
    r"|sekunden?|heures?|secondes?|horas?|minutos?|segundos?|ore|minuti|secondi)$|(小时|分钟|秒|秒钟)$",
    re.IGNORECASE,
)


def field_name(heading: str, *, number: int) -> str:
    """Return a heading as a field may be called; ``column 3`` where nothing of it is left."""
    clean = " ".join(_STRANGE.sub(" ", heading).split()).strip(" _.,-(+&'/")
    clean = _NO_START.sub("", clean)
    clean = clean[:MAX_NAME].rstrip(" _.,-(+&'/")
    return clean or f"column {number}"


def names_id(heading: str) -> bool:
    """Return whether a heading names what only tells rows apart: ``id``, ``customerID``, 编号."""
    name = heading.strip()
    is_id = _IDS.search(name) or _IDS.search(name.casefold())
    return bool(is_id) or _is_glued_key(name) or names_identity(name) or names_number_of(name)


def names_counted(heading: str) -> bool:
    """Return whether a heading says of what it counts how many: ``No. of rooms``, ``# Shares``."""
    return bool(_COUNTED.match(heading.strip()))


def beside_yes(heading: str, others: Collection[str]) -> str | None:
    """Return the heading beside one with ``no`` that has ``yes`` in its place, if there is one."""
    folded = {other.casefold(): other for other in others}
    sides = (_NO.sub(yes, heading.casefold()) for yes in _YES)
    found = next((folded[side] for side in sides if side in folded), None)
    return None if found == heading else found


def names_some_index(heading: str) -> bool:
    """Return whether a heading says of what something is the index: ``UV index``."""
    name = heading.strip()
    return bool(_INDEX.search(name)) and not _ONE_INDEX.fullmatch(name)


def names_loosely(heading: str) -> bool:
    """Return whether a word for a number of a thing may as well mean how many: ``view_num``."""
    return bool(_LOOSE.search(heading.strip()))


def names_nothing(heading: str) -> bool:
    """Return whether a column has no heading of its own, but a number for one."""
    return bool(_NO_NAME.fullmatch(heading))


def names_lost_index(heading: str) -> bool:
    """Return whether a heading is what a library calls its own numbers of rows."""
    return bool(_LOST_INDEX.fullmatch(heading))


def names_code(heading: str) -> bool:
    """Return whether a heading names a code that is written in digits: ``zip``, ``phone``."""
    return bool(_CODES.search(heading))


def names_key(heading: str) -> bool:
    """Return whether a heading names what stands for a thing, even if it recurs: ``city_id``."""
    name = heading.strip()
    is_key = _KEYS.search(name) or _CAMEL_KEYS.search(name)
    return bool(is_key) or _is_glued_key(name) or names_identity(name) or names_number_of(name)


def _is_glued_key(name: str) -> bool:
    """Return whether a word ends in that for an id: ``OWNERID``, ``taxid``, but not ``GRID``."""
    return bool(_GLUED.fullmatch(name)) and name.casefold() not in _IN_ID


def names_long_key(heading: str) -> bool:
    """Return whether a heading over long numbers of one thing each names a key: ``Serial No``."""
    is_number = names_id(heading) and not _INDEX.search(heading.strip())
    return is_number or bool(_CAPITAL_KEYS.fullmatch(heading.strip()))


def names_only_rows(heading: str) -> bool:
    """Return whether a heading says no more than that it tells rows apart: ``id``, 序号."""
    return bool(_BARE_ID.fullmatch(heading.strip()))


def names_reference(heading: str) -> bool:
    """Return whether a heading names what points to a record elsewhere: ``orderRef``."""
    return bool(_REFERENCE.search(heading.strip()))


def names_person(heading: str) -> bool:
    """Return whether a heading names persons by their names: ``user name``, 昵称."""
    return bool(_PERSON.search(heading.strip()))


def names_sort(heading: str) -> bool:
    """Return whether a heading says of which sort something is: ``product type``, 类别."""
    words = re.split(r"[\s_\-.]+|(?<=[a-z])(?=[A-Z])", heading.strip())
    own = [word.casefold() for word in words]
    is_one = own[-1] in _SORTS and _PLACES.isdisjoint(own)
    return (
        is_one or (len(own) == 1 and own[0] in _SORTS_ALONE) or heading.strip().endswith(_HAN_SORTS)
    )


def names_text(heading: str) -> bool:
    """Return whether a heading names what somebody wrote in words of their own: ``message``."""
    return bool(_TEXT.search(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading.strip())))


def names_title(heading: str) -> bool:
    """Return whether a heading names things by their names: ``title``, 书名."""
    return bool(_TITLE.search(heading.strip()))


def says_whether(heading: str) -> bool:
    """Return whether a heading says that something is or has something: ``isNew``, 是否."""
    return bool(_WHETHER.match(heading.strip()))


def names_day(heading: str) -> bool:
    """Return whether a heading names a date."""
    return bool(_DAYS.search(heading))


def names_when_or_where(heading: str) -> bool:
    """Return whether a heading names a year or a coordinate: given, hardly ever asked for."""
    return bool(_WHEN_OR_WHERE.fullmatch(heading.strip())) or names_point(heading)


def names_date(heading: str) -> bool:
    """Return whether a heading has the word for a date, not only for days: ``Hire Date``."""
    return bool(_DATE.search(heading))


def names_part_of_time(heading: str) -> bool:
    """Return whether a heading names a part of a time, which programs pad: ``minutes``."""
    return bool(_PARTS_OF_TIME.search(heading.strip()))


def names_length(heading: str) -> bool:
    """Return whether a heading names how long something takes, in minutes and seconds."""
    return bool(_MINUTES.search(heading))


def names_time_of_day(heading: str) -> bool:
    """Return whether a heading names when on a day something begins or ends."""
    return bool(_OF_DAY.search(heading))


def names_time(heading: str) -> bool:
    """Return whether a heading names when something happened: ``created_at``, ``ts``."""
    return bool(_TIME.search(heading))
