"""Retraining: when, how, in which process, and whether its outcome is kept."""
