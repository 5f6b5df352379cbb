import json
from pathlib import Path

import pytest

from tests.benchmarks import text, text_numbers, text_sources

WORDS = {"fruit": ("apple", "pear", "plum"), "tool": ("saw", "hammer", "drill")}


def test_the_benchmark_of_texts_still_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(text, "SHOTS", (1, 3))
    monkeypatch.setattr(text, "OUTSIDE_SHOTS", 3)
    monkeypatch.setattr(text, "POINTS", (10, 36))
    pairs = ((0, 1), (1, 2), (2, 2), (1, 0), (0, 0), (2, 1), (1, 1))
    rows = [
        f"{words[first]} and {words[second]},{label}"
        for first, second in pairs
        for label, words in WORDS.items()
    ]
    (tmp_path / "small.csv").write_text("\n".join(["text,label", *rows * 3]))
    (tmp_path / "small_oos.csv").write_text("text\nzebra quartz\nviolet sky\n")
    columns = {"text": "text"}
    (tmp_path / "data.json").write_text(
        json.dumps([{"name": "small", "target": "label", "columns": columns}])
    )
    text.main(["--data", str(tmp_path), "--encoder", "none"])
    shown = capsys.readouterr().out
    assert "few-shot accuracy: apprentice" in shown
    assert "out of scope, AUROC at 3" in shown
    assert "stream: accuracy so far" in shown
    for kind in ("few-shot accuracy", "stream"):
        assert f"{kind}: character TF-IDF + logistic regression" in shown


def test_the_benchmark_of_numbers_from_texts_still_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(text_numbers, "SIZES", (6, 12, 500))
    monkeypatch.setattr(text_numbers, "ASKED", 4)
    worth = {"apple": 2, "pear": 3, "saw": 20, "hammer": 30}
    rows = [f"{word} {at},{price + at % 2}" for at in range(5) for word, price in worth.items()]
    (tmp_path / "prices.csv").write_text("\n".join(["text,number", *rows]))
    text.main(["--numbers", "--data", str(tmp_path), "--encoder", "none"])
    shown = capsys.readouterr().out
    assert "prices: MAE over the median's" in shown
    assert "characters, ridge" in shown
    assert "mean: MAE over the median's" in shown


def test_prepared_texts_are_distinct_and_have_numbers() -> None:
    pairs = [("oak", "1,200 kr"), ("oak ", "1200"), ("elm", ""), ("", "3"), ("ash", "7.5")]
    assert sorted(text_sources.prepared(iter(pairs))) == [("ash", 7.5), ("oak", 1200.0)]
