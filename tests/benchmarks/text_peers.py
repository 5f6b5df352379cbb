"""What the text benchmark compares with, all from scikit-learn: refitted to what was taught."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.ports.embedding import SentenceEncoder

Peer = Callable[[Sequence[str], Sequence[str], Sequence[str]], list[str]]
"""From taught texts, their labels, and texts that are asked to the labels it gives those."""
REFIT = 0.1
"""In a stream a peer is refitted whenever this share more was taught."""
STRENGTH = 10.0
"""``C`` of each logistic regression, the inverse of its penalty."""


def peers_of(encoder: SentenceEncoder | None) -> dict[str, Peer]:
    """Return the peers by name; those that need sentence vectors only where there are some."""
    found: dict[str, Peer] = {
        "TF-IDF + logistic regression": words_regression,
        "character TF-IDF + logistic regression": characters_regression,
    }
    if encoder is not None:
        found["encoder + logistic regression"] = vectors_regression(encoder)
        found["nearest centroid"] = nearest_centroid(encoder)
    return found


def words_regression(
    texts: Sequence[str], labels: Sequence[str], asked: Sequence[str]
) -> list[str]:
    """Return what logistic regression says from words."""
    return _tfidf_regression(texts, labels, asked, {})


def characters_regression(
    texts: Sequence[str], labels: Sequence[str], asked: Sequence[str]
) -> list[str]:
    """Return what logistic regression says from one to four characters in a row."""
    return _tfidf_regression(texts, labels, asked, {"analyzer": "char", "ngram_range": (1, 4)})


def _tfidf_regression(
    texts: Sequence[str],
    labels: Sequence[str],
    asked: Sequence[str],
    options: Mapping[str, object],
) -> list[str]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    words = TfidfVectorizer(sublinear_tf=True, **options)
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(words.fit_transform(texts), labels)
    return [str(label) for label in model.predict(words.transform(asked))]


def vectors_regression(encoder: SentenceEncoder) -> Peer:
    """Return logistic regression on the sentence vectors."""

    def say(texts: Sequence[str], labels: Sequence[str], asked: Sequence[str]) -> list[str]:
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=STRENGTH, max_iter=300).fit(encoder.encode(texts), labels)
        return [str(label) for label in model.predict(encoder.encode(asked))]

    return say


def nearest_centroid(encoder: SentenceEncoder) -> Peer:
    """Return what gives the label whose texts' mean vector is nearest by cosine."""

    def say(texts: Sequence[str], labels: Sequence[str], asked: Sequence[str]) -> list[str]:
        vectors, names = encoder.encode(texts), sorted(set(labels))
        places = np.array(labels)
        middles = np.stack([vectors[places == name].mean(axis=0) for name in names])
        middles /= np.linalg.norm(middles, axis=1, keepdims=True)
        return [names[place] for place in (encoder.encode(asked) @ middles.T).argmax(axis=1)]

    return say


def streamed(peer: Peer, texts: Sequence[str], labels: Sequence[str]) -> list[bool]:
    """Return whether the peer foretold each label from those before it, but for its refits."""
    right: list[bool] = [False] * len(texts)
    start = 1
    while start < len(texts):
        end = min(len(texts), start + 1 + int(REFIT * start))
        told = labels[:start]
        guessed = [told[0]] * (end - start)
        if len(set(told)) > 1:
            guessed = peer(texts[:start], told, texts[start:end])
        right[start:end] = [g == t for g, t in zip(guessed, labels[start:end], strict=True)]
        start = end
    return right
