"""The plain peer from scikit-learn: ridge regression, and logistic regression for labels."""

from collections.abc import Sequence

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, RidgeCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from tests.benchmarks.boosting import is_skewed
from tests.benchmarks.columns import Columns, Guess

STRENGTHS = np.logspace(-2, 4, 13)
"""Penalties of the ridge, of which leaving one row out chooses."""
STEPS = 500
"""Iterations of the logistic regression at most."""


class Linear:
    """A line through standardised columns; a skewed target without negatives as its log1p."""

    def __init__(self, columns: Columns, rows: Sequence[int]) -> None:
        self._inputs = columns.dense()
        truths = columns.truths[list(rows)]
        self._is_log = columns.is_number and is_skewed(truths.astype(np.float64))
        self._is_number = columns.is_number
        model = RidgeCV(STRENGTHS) if columns.is_number else LogisticRegression(max_iter=STEPS)
        self._line: Pipeline = make_pipeline(
            SimpleImputer(keep_empty_features=True), StandardScaler(), model
        )
        target = np.log1p(truths.astype(np.float64)) if self._is_log else truths
        self._line.fit(self._inputs[list(rows)], target)

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return what it says of each row."""
        asked = self._inputs[list(rows)]
        if not self._is_number:
            labels = [str(label) for label in self._line.classes_]
            said = self._line.predict_proba(asked)
            return [dict(zip(labels, map(float, one), strict=True)) for one in said]
        numbers = self._line.predict(asked)
        return [float(one) for one in (np.expm1(numbers) if self._is_log else numbers)]
