"""What the headings of what is given are called: days, places, persons, links, remarks."""

import re
from typing import Final

from core.assistant.files.cells import fold_name
from core.assistant.files.heading_units import split_unit
from core.assistant.word_sets import word_list, word_set

_INPUTS: Final = word_set(
    "date datum fecha data day weekday wochentag month monat mois mes year jahr année año season",
    "saison temporada semester term week woche time zeit heure hora when quarter",
    "timepoint place city town village district county region state province country land pays",
    "país location",
    "address street adresse ort stadt ville ciudad lieu belde konum bairro quartier neighbourhood",
    "neighborhood postcode zip lat lon lng latitude longitude x y z n",
    "id link url website homepage wikipedia image photo picture file source author contact email",
    "age alter âge edad idade leeftijd wiek ålder возраст yaş età 年龄 年齢 年齡 나이",
    "prenom prénom nom vorname nachname surname firstname lastname apellido apellidos nome cognome",
    "names nombre club team verein mannschaft équipe equipe equipo squadra quelle sources fuente",
    "campaign kampagne campaña campagne campagna",
    "phone name notes comment comments remark remarks description attempt versuch sort order race",
    "event bundesland kanton département departamento regione région provincia",
    "gender sex geschlecht sexe sexo sesso kön płeć пол cinsiyet",
    "localizacao localização localización localizacion localisation lokalizacja localizzazione",
    "ubicación ubicacion ubicazione endereco endereço direccion dirección indirizzo adres адрес",
    "alamat ulica rua calle rue via straße strasse straat улица miasto cidade città citta город",
    "kota şehir dzielnica distrito distretto barrio comuna commune municipio município gemeente",
    "gemeinde kreis bezirk stadtteil ortsteil subarea regional uf estado état wojewodztwo",
    "województwo powiat gmina observaciones observacion observação observações observacoes",
    "bemerkung bemerkungen anmerkung anmerkungen commentaire commentaires kommentar comentario",
    "comentarios comentário comentários uwagi opis descripcion descripción descrição descricao",
    "beschreibung beschrijving descrizione detalle detalhe detalles details dettagli notiz",
    "notizen title titel título titre tytuł uuid guid slug imię imie nazwisko nazwa имя фамилия",
    "название isim adı wkt geom geometry coordinates race ethnicity nationality nationalität",
    "nationalité nacionalidad nationalitaet dia día dzień ticket plec",
    "性别 性別 民族 성별",
)
"""What is told of a thing before it happens, or names it: no answer only for standing last."""
_HAN_INPUTS: Final = word_list(
    "日期 时间 日付 日時 曜日 星期 季节 学期 年份 月份 地址 住所 住址",
    "所在地 坐标 经纬度 城市 区域 地区 省份 姓名 名称 名前 编号 备注",
    "均質番号 品質情報 链接 来源 キャンペーン 电话 邮箱 备考 備考 詳細 详情 描述 说明",
    "评论 コメント",
)


def names_input(heading: str) -> bool:
    """Return whether a heading names what is given: a day, a place, a link, a name, a remark."""
    name = fold_name(split_unit(heading)[0])
    return heading_words(heading)[-1].rstrip("0123456789") in _INPUTS or name.endswith(_HAN_INPUTS)


def heading_words(heading: str) -> list[str]:
    """Return a heading's words, at least one: of ``AveragePrice`` ``average`` and ``price``."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", split_unit(heading)[0])
    return re.split(r"[\s_\-.]+", fold_name(parted).strip(" _-.")) or [""]
