"""Sentence encoders: adapters of the port ``core.ports.embedding``; each import is optional."""
