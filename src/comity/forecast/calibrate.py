"""Calibration as a logged step: stated probabilities become those that came true as often.

Isotonic regression by pooling adjacent violators (Ayer et al. 1955; Zadrozny and Elkan, KDD 2002).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.forecast.shapes import Floats

LEAST = 50  # forecasts that one level of the isotonic line rests on, at least


@dataclass(frozen=True, slots=True, eq=False)
class Calibrated:
    """Calibrated probabilities and the log of the step: how many, and by how much they moved."""

    probability: Floats
    log: dict[str, float]


def isotonic(stated: Floats, came: NDArray[np.bool_], least: int = LEAST) -> Floats:
    """Return the calibration line as (2, B): stated and calibrated probability, both rising.

    >>> isotonic(np.array([0.1, 0.2, 0.9]), np.array([True, False, True]), 1).tolist()
    [[0.15, 0.9], [0.5, 1.0]]
    """
    order = np.argsort(stated, kind="stable")
    blocks: list[list[float]] = []
    for x, y in zip(stated[order], came[order].astype(float), strict=True):
        blocks.append([float(x), float(y), 1.0])
        while len(blocks) > 1 and _joins(blocks[-2], blocks[-1], least):
            x2, y2, n2 = blocks.pop()
            blocks[-1] = [blocks[-1][0] + x2, blocks[-1][1] + y2, blocks[-1][2] + n2]
    line = np.array([[x / n, y / n] for x, y, n in blocks]).reshape(-1, 2).T
    return np.asarray(line)


def _joins(first: list[float], second: list[float], least: int) -> bool:
    return first[1] / first[2] >= second[1] / second[2] or first[2] < least


def calibrate(line: Floats, stated: Floats) -> Floats:
    """Return calibrated probabilities, between the points of the line; without a line the stated ones."""
    if line.shape[1] == 0:
        return stated
    return np.asarray(np.interp(stated, line[0], line[1]))


def cross_calibrated(stated: Floats, came: NDArray[np.bool_], folds: int = 5) -> Calibrated:
    """Return every forecast calibrated by a line fitted on the other folds, which are runs of time in order."""
    out = stated.astype(float).copy()
    fold = np.arange(len(stated)) * folds // max(len(stated), 1)
    for k in range(folds):
        rest = fold != k
        if rest.any():
            out[~rest] = calibrate(isotonic(stated[rest], came[rest]), stated[~rest])
    moved = np.abs(out - stated)
    log = {"forecasts": float(len(out)), "mean_move": 0.0, "greatest_move": 0.0}
    if len(out):
        log |= {
            "mean_move": round(float(moved.mean()), 4),
            "greatest_move": round(float(moved.max()), 4),
        }
    return Calibrated(out, log)
