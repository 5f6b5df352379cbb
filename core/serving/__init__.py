"""Serving: the live learners, which follow the store and answer."""
