"""Texts in one byte a sign: the encoding whose letters are those of one language."""

import pytest

from core.assistant.files.decode import decode

_WESTERN = (
    "¿Qué día es?;sí\n¿Cuánto cuesta?;no\n",
    "nombre;año\n¿cuánto?;1\n¿eres feliz?;2\n",
    "¿Usas la bici?;edad\nno;31\nsi;25\n",
    "pregunta;¿Tiene hijos?\n1;no\n",
    "São Paulo;não\nAção;coração\n",
    "Município;Endereço\nBelém;Praça da Sé\n",
    "Élève;note\nZoé;12\nhôtel;très bien, ça va\n",
    "à côté;œuvre\nNoël;4\n",
    "città;perché\nè;più\n",
    "Größe;Öl\nMüller;Straße\n",
)
_CENTRAL = (
    "imię;płeć\nżona;mąż\nświat;źródło\n",
    "żona;1\nżaba;2\n",
    "Nazwa;wartość\nŻółw;5\nżycie;3\n",
    "jméno;příjmení\nŽofie;Dvořák\n",
    "név;ár\nőrült;űr\nGyőr;tűz\n",
    "Šibenik;čovjek\nđak;žena\n",
    "oraş;ţară\nBrăila;mâine\n",
)


@pytest.mark.parametrize("times", [1, 9])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(one, "cp1252") for one in _WESTERN]
    + [(one, "cp1250") for one in _CENTRAL]
    + [("имя;город\nАнна;Тверь\n", "cp1251"), ("имя;город\nAnna;Тверь\n", "cp1251")],
)
def test_a_text_has_the_letters_of_one_language(text: str, encoding: str, times: int) -> None:
    content = (text * times).encode(encoding)
    assert decode(content, name="a.csv", locale="en")[0] == text * times
