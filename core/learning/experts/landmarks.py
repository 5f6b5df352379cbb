"""Landmarks: places among the examples, none of which is an example."""

import torch
from torch import Tensor

ROUNDS = 4
AT_ONCE = 4_096
LEAST_ROWS = 2
"""A landmark is the mean of at least so many rows, so that it gives none of them away."""


def choose_landmarks(points: Tensor, count: int, seed: int) -> Tensor:
    """Return at most so many means of clusters of rows.

    Source: Lloyd 1982, "Least Squares Quantization in PCM"; started from rows drawn at random.

    Shape:
        points (rows, coordinates) -> (landmarks, coordinates).
    """
    wanted = min(count, len(points) // LEAST_ROWS)
    if wanted < 1:
        return points.mean(dim=0, keepdim=True)
    generator = torch.Generator().manual_seed(seed)
    chosen = torch.randperm(len(points), generator=generator)[:wanted].to(points.device)
    centers = points[chosen]
    for _ in range(ROUNDS):
        nearest = _nearest(points, centers)
        sizes = torch.bincount(nearest, minlength=len(centers))
        sums = torch.zeros_like(centers).index_add_(0, nearest, points)
        full = sizes >= LEAST_ROWS
        centers = sums[full] / sizes[full, None]
        if not len(centers):
            return points.mean(dim=0, keepdim=True)
    return centers


def _nearest(points: Tensor, centers: Tensor) -> Tensor:
    lengths = centers.square().sum(dim=1)
    parts = [
        (lengths - 2.0 * points[start : start + AT_ONCE] @ centers.T).argmin(dim=1)
        for start in range(0, len(points), AT_ONCE)
    ]
    return torch.cat(parts)
