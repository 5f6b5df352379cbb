"""What the headings of answers are called."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.assistant.files.cells import fold_name
from core.assistant.files.heading_units import split_unit
from core.assistant.files.input_names import heading_words
from core.assistant.word_sets import word_list, word_set

OUTCOMES: Final = (
    "came attended sold won bought renewed clicked converted accepted returned hired "
    "gekommen verkauft bestanden gewonnen gekauft gekündigt 来了 是否参加 通过 录取 购买 流失 成交"
)
"""Under these names stand amounts and days, too, which are no likelier the answer for them."""
_OUTCOMES: Final = word_set(
    OUTCOMES, "purchased subscribed churned exited approved admitted passed"
)
ANSWERS: Final = "target label labels answer outcome y 标签 目标 答案"
"""What is called so is the answer, even where it is the same in each row."""
_NAMES: Final = word_list(
    f"{ANSWERS} 类别 分类 结果 etiqueta étiquette",
    "etichetta objetivo objectif zielwert ergebnis resultado résultat risultato ラベル",
    "churn churned exited attrition survived default fraud is_fraud isfraud spam is_spam",
    OUTCOMES,
    "success successful passed admitted approved purchased cancelled canceled is_canceled",
    "sentiment 情感 情绪 stimmung diagnosis stroke species loan_status intent absicht",
    "class klasse clase classe 类 my_rating your_rating my_score your_score meine_bewertung",
    "我的评分 price saleprice sale_price selling_price sold_price 价格 房价 总价 售价 成交价",
    "preis verkaufspreis prix precio prezzo preço 価格 rent miete kaltmiete loyer alquiler 租金",
    "月租 median_house_value medv salary income gehalt salaire salario salário 工资 薪资 quality",
    "cnt mpg charges sales umsatz 销量 销售额 売上 売上高 売上金額 매출 ventas ventes vendite",
    "grade score points punkte punti puntos result winner",
    "note nota voto betyg ocena fiyat cena цена стоимость hinta prijs pris",
    "fee cost kosten costo coût giá pts",
    "賃料 家賃 値段 料金 点数 得点 評価 가격 점수 평점 결과",
    "成绩 分数 得分 满意度 satisfaction zufriedenheit satisfacción 评分 评级 星级 rating bewertung",
    "оценка рейтинг балл puan hodnocení beoordeling cijfer avaliação avaliacao calificacion",
    "évaluation pontuação puntuación puntaje punteggio harga gaji nilai výsledek wynik sonuç",
    "uitslag السعر 평가 valutazione calificación stars category kategorie categoría catégorie",
    "categoria カテゴリ",
)
"""The earlier one wins. Those of labels come first, as a price is often an input too."""
_QUALITIES: Final = word_set(
    "quality qualität qualité calidad qualità qualidade kwaliteit jakość kvalita 品質 品质"
)
_SORTS: Final = word_set(
    "category kategorie categoría catégorie categoria カテゴリ カテゴリー 类别 分类 類別 分類"
)
_GROUPS: Final = _QUALITIES | _SORTS
"""Words so called are as often known of a thing as asked for."""
_OUTCOME_NAMES: Final = frozenset(_NAMES[: _NAMES.index("class")]) - _SORTS
_CAME_OF: Final = word_set(
    "survival status outcome result priority priorität prioridad priorité return returns",
    "fraud verdict decision entscheidung décision decisión decisão decisione besluit decyzja",
    "risk risiko riesgo risque rischio ryzyko 风险 リスク",
    "severity gravedad gravité schwere befund ocorrência recommendation",
    "合否 判定 statut stato estado_final situação situacao статус durum 結果 结论 등급",
    "star retoure retouren reklamation complaint gana ganó gewinnt wins 状态 結果 优先级 退货",
)
"""What came of something, where no better name of an answer is at hand."""
_AMOUNTS: Final = word_set(
    "energy energie énergie energía consumption verbrauch consumo consommation kwh duration dauer",
    "bearbeitungszeit calories kcal bmi rank rang rate amount amounts menge anzahl total sum summe",
    "turnover percent pct prozent percentage shares votes cases fälle faelle casos revenue",
    "einnahmen ausgaben profit gewinn yield ertrag production demand quantity cantidad quantité",
    "sprzedaż sprzedaz obrót wynagrodzenie zarobki płaca omzet opbrengst försäljning faturamento",
    "goals goles tore value wert valor valeur valore waarde wartość amount monto betrag importe",
    "montant importo kwota bedrag сумма tutar jumlah retard delay verspätung opóźnienie retraso",
    "atraso ritardo voix votos stimmen głosy population einwohner población população ludność",
)
_HAN_AMOUNTS: Final = ("用电量", "电量", "能耗", "产量", "金额", "人数", "数量", "消費量", "金額")
"""Amounts that are rather asked for than others, where no better name is at hand."""
_TOTALS: Final = word_set(
    "total totals sum summe amount amounts betrag gesamt importe monto montant montante importo",
    "kwota suma bedrag subtotal revenue profit gewinn turnover umsatz ingresos",
    "incasso ricavo ricavi fatturato guadagno recette recettes faturamento receita omzet",
    "выручка доход прибыль",
)
_HAN_TOTALS: Final = (
    "金额",
    "金額",
    "合计",
    "合計",
    "总额",
    "总价",
    "总计",
    "小计",
    "利润",
    "盈利",
)
"""What is asked for sooner than the price of one of something."""
_ONLY_LAST: Final = _QUALITIES | word_set(
    "cost costs kosten costo coût cout custo koszt kostnad стоимость fee 费用 成本",
    "class klasse clase classe grade income ingresos einkommen revenu reddito renda",
    "доход 收入 年収 소득",
)
"""As often known of a thing or a person as asked for, but where they stand last."""
_NEVER_CLEAR: Final = _SORTS | word_set(
    "points punkte punti puntos pts 点数 得点 점수 pontos punkty очки",
    "unit unitario unitaire unitário einzelpreis stückpreis recaptcha",
)
"""Points are given for purchases, too; nearly everything has a category, and goods a price."""
_OF_ONE: Final = word_set("avg average mean unit per each pro medio media moyen durchschnitt")
_HAN_OF_ONE: Final = ("人均", "均价", "单价", "單價", "単価", "每")
"""Beside these a price is of one of something, or of one guest: known of a thing as often."""
_GRADES: Final = word_set("note nota voto betyg ocena")
"""Grades in some languages, remarks in others: what is called so must be a number."""
_ENDINGS: Final = word_set(
    "target label class churn price preis prix precio prezzo preço prijs fiyat rent miete salary",
    "gehalt salaire quality outcome score rating result points cost kosten costo coût fee",
    "gewonnen won sold passed tomorrow demain mañana domani amanhã giá",
)
"""The only heading that ends so, or that has such a word in it, is the answer."""
_OF_ANSWER: Final = word_set(
    "id ids code type typ tipo kind currency moneda unit date datum fecha no nr num number count",
    "name year url link by source time",
)
"""Behind a word for an answer these name something of it: ``price_type``."""
_GIVEN_ENDINGS: Final = word_set("class label")
"""Behind another column's name these tell of it: ``area_label`` of ``area``."""
_HAN_ENDINGS: Final = word_list(
    "价格 总价 售价 房价 单价 评分 得分 成绩 分数 结果 工资 薪资 租金",
    "売上 売上高 销量 销售额 满意度 评级 星级 価格 賃料 家賃 料金 点数",
    "得点 标签 类别 明天 明日 总分 均分 平均分 综合分 口味分 环境分 服务分 打分 好评率 好评度",
)
_JOINTS: Final = word_set(
    "after before in of for per to with from by at on during nach vor für im avant après de del",
    "pour",
)
"""Before a word they make it a part of something else: ``Plans after class``."""
_LIMITS: Final = word_set("max min maximum minimum possible limit target goal needed")
"""Before a word for an answer these make it a rule that is known before: ``max_points``."""
_FEATURE: Final = re.compile(
    r"|[a-z]_?\d*|(feature|feat|var|variable|merkmal|input|column|列|特征)[\s_]?\d+|id|index"
)
"""What the inputs of a made table are called, whose answer is ``y``."""
_MOST_WORDS: Final = 4
"""Words of a name: a longer heading is a sentence."""
_SERIES: Final = 3
"""Columns that begin alike: each of them is measured, none is the answer by its name alone."""
_LONGEST_HAN: Final = 8
"""Signs of a name."""


def name_of_answer(headings: Sequence[str]) -> str | None:
    """Return the column that is called like an answer, the likeliest name first; else None."""
    folded: dict[str, str] = {}
    for heading in headings:
        name = fold_name(split_unit(heading)[0])
        folded.setdefault(name.replace(" ", "_"), heading)
        if not split_unit(heading)[1]:
            continue
        stem = name.replace(" ", "_").rsplit("_", 1)[0]
        folded.setdefault(stem, heading)
    named = next((folded[name] for name in _NAMES if name in folded), None)
    if named:
        return named
    for tells in (_ends_as_answer, tells_answer):
        found = [heading for heading in headings if tells(heading, headings)]
        if found:
            is_one = len(found) == 1 and not is_of_series(found[0], headings)
            return found[0] if is_one else None
    return None


def is_mere_letter(heading: str, headings: Sequence[str]) -> bool:
    """Return whether a heading is a ``y`` that is a place, or one of many letters: no answer.

    It follows from the others only where they, too, have letters for names, or numbers: ``x1``.
    """
    if fold_name(heading) != "y":
        return False
    others = [fold_name(other) for other in headings if other != heading]
    is_at_edge = heading in (headings[0], headings[-1])
    is_first = heading != headings[-1]
    is_place = "z" in others or ("x" in others and is_first)
    return is_place or not is_at_edge or not all(map(_FEATURE.fullmatch, others))


def names_group(heading: str) -> bool:
    """Return whether words so called only sort things, or say how good they are: ``Category``."""
    name = fold_name(split_unit(heading)[0])
    return name in _GROUPS or heading_words(heading)[-1] in _GROUPS


def likeliest_name(headings: Sequence[str]) -> str:
    """Return the column to suggest where none is clear: what came of something, or an amount."""
    came = [
        one
        for one in headings
        if tells_outcome(one) or _has_word(one, _CAME_OF) or fold_name(one) in _QUALITIES
    ]
    amounts = [one for one in headings if names_amount(one)]
    return (came or amounts or headings)[-1]


def names_amount(heading: str) -> bool:
    """Return whether a heading has the word for an amount that is often asked for."""
    return _has_word(heading, _AMOUNTS) or fold_name(heading).endswith(_HAN_AMOUNTS)


def _has_word(heading: str, words: frozenset[str]) -> bool:
    """Return whether a short heading begins or ends with such a word, or has it for its unit."""
    unit = split_unit(heading)[1] or ""
    own = heading_words(heading)
    is_short = len(own) <= _MOST_WORDS and _LIMITS.isdisjoint(own)
    return is_short and not words.isdisjoint((own[0], *own[-2:], fold_name(unit)))


def says_answer(named: str, headings: Sequence[str], *, is_last: bool) -> bool:
    """Return whether a column's name says that it is the answer, beside these others.

    What came of something is; an amount or a rating where it alone of them is called like one.
    """
    name = fold_name(split_unit(named)[0]).replace(" ", "_")
    if name in _OUTCOME_NAMES or tells_outcome(named):
        return True
    own = heading_words(named)
    is_one_of_many = len(own[-1]) == 1 and own[-1].isascii() and is_of_series(named, headings)
    if is_one_of_many or {name, *own} & _NEVER_CLEAR or (name in _ONLY_LAST and not is_last):
        return False
    others = [other for other in headings if other != named]
    if _is_of_one(named) and any(map(names_amount, others)):
        return False
    return not any(_rivals(other, headings) for other in others)


def _is_of_one(heading: str) -> bool:
    """Return whether a heading names the price of one of something: ``avg_price``, 人均价格."""
    name = fold_name(heading)
    return any(one in name for one in _HAN_OF_ONE) or not _OF_ONE.isdisjoint(heading_words(heading))


def _rivals(heading: str, headings: Sequence[str]) -> bool:
    """Return whether a heading names an amount that may be the answer, too."""
    name, own = fold_name(split_unit(heading)[0]), heading_words(heading)
    if {name, own[-1]} & (_NEVER_CLEAR | _ONLY_LAST | _GIVEN_ENDINGS):
        return False
    is_total = not _TOTALS.isdisjoint((own[0], own[-1])) or name.endswith(_HAN_TOTALS)
    return is_total or name.replace(" ", "_") in _NAMES or tells_answer(heading, headings)


def tells_outcome(heading: str) -> bool:
    """Return whether a heading begins or ends with what came of something: ``Purchased Bike``."""
    words = heading_words(heading)
    return len(words) <= _MOST_WORDS and not _OUTCOMES.isdisjoint((words[0], words[-1]))


def is_no_grade(heading: str) -> bool:
    """Return whether a heading means remarks in one language and a grade in another."""
    return fold_name(heading) in _GRADES


def tells_answer(heading: str, headings: Sequence[str]) -> bool:
    """Return whether a word for an answer stands anywhere in a heading: ``price_amount``."""
    parts = heading_words(heading)
    if not _LIMITS.isdisjoint(parts[:-1]) or (len(parts) > 1 and parts[-1] in _OF_ANSWER):
        return False
    alone = {word for before, word in pairwise(["", *parts]) if before not in _JOINTS}
    return _ends_as_answer(heading, headings) or not (
        _ENDINGS.isdisjoint(alone) or len(parts) > _MOST_WORDS or parts[-1] in _GIVEN_ENDINGS
    )


def _ends_as_answer(heading: str, headings: Sequence[str]) -> bool:
    """Return whether a heading ends in the word for an answer: ``sold_price``, 百分成绩."""
    name = fold_name(split_unit(heading)[0])
    if name.endswith(_HAN_ENDINGS):
        return len(name) <= _LONGEST_HAN
    *before, last = heading_words(heading)
    if not _LIMITS.isdisjoint(before):
        return False
    if last not in _ENDINGS or len(before) >= _MOST_WORDS or (before and before[-1] in _JOINTS):
        return False
    others = {tuple(heading_words(other)) for other in headings}
    return not (last in _GIVEN_ENDINGS and tuple(before) in others)


def is_of_series(heading: str, headings: Sequence[str]) -> bool:
    """Return whether several headings begin alike, as ``rank_salary`` and ``rank_career``."""
    first = heading_words(heading)[0]
    alike = sum(heading_words(other)[0] == first for other in headings)
    return first not in _ENDINGS and alike >= _SERIES
