"""A version whose texts were read by an earlier default encoder is still read by that one."""

from pathlib import Path

import pytest

from core.embedding import joined, packaged, universal
from core.embedding.opening import open_encoder
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.serving.standing import stand_up
from tests.core.learning.texts import example_of, task_of_texts

pytestmark = pytest.mark.skipif(
    not (universal.is_installed() and packaged.is_installed()), reason="needs the extra [text]"
)


def test_a_version_of_the_english_encoder_answers_under_the_joined_default(tmp_path: Path) -> None:
    task = task_of_texts()
    pairs = [("my card is lost", "card"), ("where is my parcel", "parcel")] * 4
    examples = [example_of(at, f"{text} {at}", label) for at, (text, label) in enumerate(pairs, 1)]
    earlier = LearnerConfig(
        device="cpu", text_encoder=packaged.NAME, text_folder=str(tmp_path), waves=8
    )
    encoder = open_encoder(earlier.text_encoder, earlier.text_folder)
    artifact = fit(task, examples, config=earlier, encoder=encoder).save()
    now = LearnerConfig(device="cpu", text_encoder=joined.NAME, text_folder=str(tmp_path), waves=8)
    standing = stand_up(task, version=1, live=1, artifact=artifact, examples=examples, config=now)
    assert standing.learner.encoder is not None
    assert standing.learner.encoder.name == packaged.PackagedEncoder.name
    afresh = stand_up(task, version=0, live=0, artifact=None, examples=examples, config=now)
    assert afresh.learner.encoder is not None
    parts = (universal.UniversalEncoder.name, packaged.PackagedEncoder.name)
    assert afresh.learner.encoder.name == " and ".join(parts)
