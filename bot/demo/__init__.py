"""The demo: a community that plays through the same door as everyone."""
