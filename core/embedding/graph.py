"""A BERT-like sentence encoder as an ONNX graph, written straight from its weights.

Source: Devlin et al. 2019, "BERT", §3 (the encoder); Reimers and Gurevych 2019, "Sentence-BERT",
§3 (the mean of the tokens' vectors). One text at a time, so that there is no padding.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]
OPSET = 20
"""The first with Gelu."""
IR_VERSION = 9
"""Of the same age, so that older runtimes read it too."""


class _Graph:
    """Nodes and constants, growing."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, array: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def add(self, kind: str, *inputs: str, **attributes: float | Sequence[int]) -> str:
        """Add a node and return the name of its output."""
        name = f"n{len(self.nodes)}"
        node = helper.make_node(kind, list(inputs), [name])
        node.attribute.extend(helper.make_attribute(key, a) for key, a in attributes.items())
        self.nodes.append(node)
        return name


def sentence_graph(weights: Weights, *, heads: int, epsilon: float) -> onnx.ModelProto:
    """Return the model from token numbers to a vector of length 1.

    Shape:
        input ``tokens`` (1, length) int64; output ``vector`` (1, dim) float32.
    """
    graph = _Graph()
    hidden = _embeddings(graph, weights, epsilon)
    for layer in range(1 + max(_layer_of(name) for name in weights)):
        own = _under(f"encoder.layer.{layer}.", weights)
        hidden = _layer(graph, own, hidden, heads=heads, epsilon=epsilon)
    mean = graph.add("ReduceMean", hidden, graph.constant(np.array([1])), keepdims=0)
    length = graph.add("ReduceL2", mean, graph.constant(np.array([1])), keepdims=1)
    vector = graph.add("Div", mean, length)
    tokens = helper.make_tensor_value_info("tokens", onnx.TensorProto.INT64, [1, "length"])
    output = helper.make_tensor_value_info(vector, onnx.TensorProto.FLOAT, [1, None])
    made = helper.make_graph(graph.nodes, "sentence", [tokens], [output], graph.constants)
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
    )


def _embeddings(graph: _Graph, weights: Weights, epsilon: float) -> str:
    own = _under("embeddings.", weights)
    words = graph.add("Gather", graph.constant(own["word_embeddings.weight"]), "tokens")
    # Every token is of the first segment.
    places = own["position_embeddings.weight"] + own["token_type_embeddings.weight"][0]
    shape = graph.add("Shape", "tokens", start=1, end=2)
    start = graph.constant(np.array([0], dtype=np.int64))
    first = graph.add("Slice", graph.constant(places), start, shape, start)
    return _norm(graph, own, "LayerNorm", graph.add("Add", words, first), epsilon)


def _layer(graph: _Graph, own: Weights, hidden: str, *, heads: int, epsilon: float) -> str:
    attended = _attention(graph, _under("attention.self.", own), hidden, heads)
    attended = _linear(graph, own, "attention.output.dense", attended)
    attended = graph.add("Add", attended, hidden)
    attended = _norm(graph, own, "attention.output.LayerNorm", attended, epsilon)
    inner = graph.add("Gelu", _linear(graph, own, "intermediate.dense", attended))
    outer = graph.add("Add", _linear(graph, own, "output.dense", inner), attended)
    return _norm(graph, own, "output.LayerNorm", outer, epsilon)


def _attention(graph: _Graph, own: Weights, hidden: str, heads: int) -> str:
    width = own["query.weight"].shape[0] // heads
    # One product for all three: three quantisations of the same input would take longer.
    parts = {
        f"all.{part}": np.concatenate([own[f"{name}.{part}"] for name in ("query", "key", "value")])
        for part in ("weight", "bias")
    }
    parts = {name: _with_scaled_query(part, width) for name, part in parts.items()}
    apart = graph.constant(np.array([-1, 3, heads, width], dtype=np.int64))
    every = graph.add("Reshape", _linear(graph, parts, "all", hidden), apart)
    every = graph.add("Transpose", every, perm=[1, 2, 0, 3])
    query, key, value = (
        graph.add("Gather", every, graph.constant(np.array(place)), axis=0) for place in range(3)
    )
    key = graph.add("Transpose", key, perm=[0, 2, 1])
    shares = graph.add("Softmax", graph.add("MatMul", query, key), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[1, 0, 2])
    joined = graph.constant(np.array([1, -1, heads * width], dtype=np.int64))
    return graph.add("Reshape", mixed, joined)


def _with_scaled_query(stacked: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Return query, key and value's weights with the query's over the root of the width."""
    scales = np.array([width**-0.5, 1.0, 1.0], dtype=np.float32)
    return stacked * np.repeat(scales, len(stacked) // 3).reshape(-1, *[1] * (stacked.ndim - 1))


def _linear(graph: _Graph, own: Weights, name: str, hidden: str) -> str:
    product = graph.add("MatMul", hidden, graph.constant(own[f"{name}.weight"].T))
    return graph.add("Add", product, graph.constant(own[f"{name}.bias"]))


def _norm(graph: _Graph, own: Weights, name: str, hidden: str, epsilon: float) -> str:
    weight, bias = (graph.constant(own[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.add("LayerNormalization", hidden, weight, bias, axis=-1, epsilon=epsilon)


def _under(prefix: str, weights: Weights) -> Weights:
    return {n.removeprefix(prefix): w for n, w in weights.items() if n.startswith(prefix)}


def _layer_of(name: str) -> int:
    parts = name.split(".")
    return int(parts[2]) if parts[:2] == ["encoder", "layer"] else -1
