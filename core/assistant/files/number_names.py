"""Headings over digits that name: persons, goods, places, lines, and points on the globe.

One table of words for each kind; every kind of column that asks what its heading names reads them.
"""

import re
import unicodedata
from itertools import pairwise
from typing import Final

from core.assistant.word_sets import word_list, word_set

_IDENTITY: Final = word_set(
    "pesel regon nip krs cin cnie dni nif nie cif nit rut ruc cuit cuil curp rfc cpf cnpj siret",
    "siren insee ssn aadhaar nik nisn nim npwp isbn issn ean gtin imei vin iban jmbg oib bsn kvk",
    "egn cnp matricule matricola matricula matrícula legajo cedula cédula folio expediente crn",
    "rollno enrollment_no personnummer personalnummer steuernummer codice_fiscale инн снилс огрн",
    "кпп паспорт passport dossard 学籍番号 学号 学號 身份证 身份證 身分證 学番 학번 주민등록번호",
)
"""What persons, firms, and goods are told apart by; such numbers are long."""
_IDENTITY_ENDINGS: Final = ("番号", "번호", "号", "號")
_NO_IDENTITY: Final = ("信号", "訊號", "型号", "型號", "符号", "符號", "记号", "記号")
_NUMBER_OF: Final = re.compile(
    r"(?P<word>numer|numéro|číslo|номер|nomor|numero|número)[\s_]+"
    r"((?P<joint>d[aeo]|del|della|di)[\s_]+|d['’])?(?P<of>[^\W\d_]+)",
    re.IGNORECASE,
)
"""``Numer roweru`` names a bicycle; ``número de cuartos``, in the plural, counts."""
_ALWAYS_NAMES: Final = word_set("numer numéro číslo номер nomor")
"""In these languages another word says how many there are."""
_PLACES: Final = word_set(
    "district ward precinct borough county province commune community_area zone sector beat parish",
    "bezirk stadtbezirk kreis landkreis ortsteil stadtteil hausnummer hausnr department",
    "arrondissement département departement quartier secteur distrito barrio comuna zona bairro",
    "setor municipio município distretto comune quartiere civico wijk gemeente kommun bydel",
    "distrikt dzielnica okręg okres powiat gmina район округ участок kecamatan kelurahan ilçe",
    "house_number street_number housenumber huisnummer huisnr",
    "区 行政区 学区 区域",
)
"""Places that have a number for a name."""
_ALONE: Final = word_set(
    "line linie ligne línea linea linha linja linka линия маршрут route ruta rota tram tramway",
    "tramlinie buslinie platform gate gleis station store shop filiale sucursal tienda loja sklep",
    "magasin stacja estación estacion estação stazione 线路 路线 站点 站台 門店 门店 店铺",
)
"""Lines, stops, and shops: beside other words there may as well be told how many, or how far."""
_BESIDE: Final = word_set(
    "start end from to origin destination bus tram metro train rail subway nr no number num",
)
_MEASURES: Final = word_set(
    "distance dist time days population total count sales average avg mean share rate to from",
    "per of",
)
_THINGS: Final = word_set(
    "member customer client patient student pupil subject participant respondent runner adherent",
    "adhérent adherente licence licencié membre élève étudiant cliente paziente studente socio",
    "socia alumno alumna paciente usuario user worker employee staff roll transaction invoice",
    "receipt voucher booking ticket beleg rechnung ausweis mitglied kunde patientin schüler",
    "proband auftrag teilnehmer vorgang bestellung medlem elev klient uczeń zamówienie faktura",
    "factura facture recibo pedido commande reçu badge dorsal bib pin postort npa",
    "пациент клиент заказ",
)
_HAN_THINGS: Final = word_list(
    "会员 會員 客户 顾客 学生 学员 患者 病人 工单 订单 单据 票据 会員 顧客 社員 회원 고객 학생 환자"
)
"""Persons, papers and places to send to, of which a number says which one it is."""
_LAST_NAMES: Final = word_set("name namn naam bezeichnung nazwa название")
"""Digits under these words are names as much as words are."""
_NAME_ENDINGS: Final = ("name", "nummer", "bezirk", "名字", "名称", "姓名", "名前")
_PAIR: Final = 2
"""Words."""
_POINTS: Final = word_set(
    "lat lon lng long latitude longitude longtitude lati longi latitud longitud latitudine",
    "longitudine breitengrad längengrad laengengrad szerokość_geograficzna",
    "długość_geograficzna широта долгота координаты enlem boylam lintang bujur latlng latlon",
    "latlong lnglat lonlat geopoint geolocation geom geometry wkt the_geom easting northing",
    "utm_x utm_y x_wgs y_wgs wgs xcoord ycoord x_coord y_coord",
)
_FIRST_OF_POINT: Final = word_set("lat latitude longitude gps")
_COORD: Final = ("coord", "koord")
_HAN_POINTS: Final = (
    "经度",
    "经纬度",
    "纬度",
    "緯度",
    "経度",
    "座標",
    "坐标",
    "위도",
    "경도",
    "좌표",
)
_GLUED_POINT: Final = re.compile(r"(latitude|longitude)s?$")
"""``STATIONLATITUDE``."""
_SIDE: Final = r"\s*[-−]?\d{1,3}[.]"
_PAIR_OF: Final = r"[\[({]?SIDE\s*[,;\s]SIDE\s*[\])}]?"
_ROUGH_POINT: Final = re.compile(_PAIR_OF.replace("SIDE", rf"{_SIDE}\d+"))
_POINT: Final = re.compile(
    _PAIR_OF.replace("SIDE", rf"{_SIDE}\d{{4,}}")
    + r"|(?:SRID=\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s?Z?\s?\([-\d., ()e]+\)",
    re.IGNORECASE,
)
"""Two numbers with so many digits are no range of an amount."""


def words_of(heading: str) -> list[str]:
    """Return a heading's words, at least one: ``station``, ``lat`` of ``StationLat_2``."""
    heading = unicodedata.normalize("NFKC", heading)
    parted = "".join(
        f" {sign}" if sign.isupper() and before.islower() else sign
        for before, sign in pairwise(f" {heading}")
    )
    words = [word.rstrip("0123456789") for word in re.split(r"[\W_]+", parted.casefold())]
    return [word for word in words if word] or [""]


def names_identity(heading: str) -> bool:
    """Return whether a heading names what tells persons or goods apart: ``PESEL``, 学籍番号."""
    own, name = words_of(heading), heading.casefold().strip()
    if "id" in own[1:] or own[0] in _IDENTITY or _ends_in(heading, _IDENTITY):
        return True
    return name.endswith(_IDENTITY_ENDINGS) and not name.endswith(_NO_IDENTITY)


def names_number_of(heading: str) -> bool:
    """Return whether a heading says that it gives the number of one thing: ``Numer roweru``."""
    found = _NUMBER_OF.match(heading.strip())
    if found is None:
        return False
    endings = ("e", "i") if (found["joint"] or "").casefold() == "di" else ("s",)
    is_plural = found["of"].casefold().endswith(endings)
    return found["word"].casefold() in _ALWAYS_NAMES or not is_plural


def names_place(heading: str) -> bool:
    """Return whether a heading names a place, or says that it gives names: ``Stadtbezirk``."""
    *others, last = own = words_of(heading)
    if last in _LAST_NAMES or last.endswith(_NAME_ENDINGS):
        return True
    is_short = len(own) <= _PAIR and _MEASURES.isdisjoint(others)
    return is_short and _ends_in(heading, _PLACES)


def names_thing(heading: str) -> bool:
    """Return whether a heading is the word for one person or paper: ``Customer``, 工单."""
    own, name = words_of(heading), heading.casefold().strip()
    return (len(own) <= _PAIR and own[-1] in _THINGS) or name.endswith(_HAN_THINGS)


def names_line(heading: str) -> bool:
    """Return whether a heading names a line, a stop, or a shop: ``bus_line``."""
    own = set(words_of(heading))
    return not own.isdisjoint(_ALONE) and own <= _ALONE | _BESIDE


def names_point(heading: str) -> bool:
    """Return whether a heading names where on the globe something is: ``start_lat``, 经纬度."""
    name = heading.casefold().strip()
    words = words_of(heading)
    is_glued = _GLUED_POINT.search(name) or name.endswith(_HAN_POINTS)
    is_told = words[0] in _FIRST_OF_POINT or any(word.startswith(_COORD) for word in words)
    return bool(is_glued) or is_told or _ends_in(heading, _POINTS)


def is_point(cell: str) -> bool:
    """Return whether a cell holds a point or a shape on the globe: ``POINT (13 52)``."""
    return bool(_POINT.fullmatch(cell.strip()))


def is_rough_point(cell: str) -> bool:
    """Return whether a cell holds two numbers that can be a point, where the heading says so."""
    return is_point(cell) or bool(_ROUGH_POINT.fullmatch(cell.strip()))


def _ends_in(heading: str, words: frozenset[str]) -> bool:
    own = words_of(heading)
    return own[-1] in words or "_".join(own[-2:]) in words
