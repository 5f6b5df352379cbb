"""The one look of all pictures.

Discord shows a picture about 550 pixels wide: letters take 1.8 % of its width, so that they are
ten pixels high there.
"""

from typing import Final

DPI: Final = 150
WIDTH_IN: Final = {1: 6.4, 2: 9.2}
"""Inches by number of columns."""
PANEL_HEIGHT_IN: Final = 3.9
BAR_HEIGHT_IN: Final = 0.42
AROUND_BARS_IN: Final = 1.2
TITLE_HEIGHT_IN: Final = 0.5

TITLE_PT: Final = 15
PANEL_TITLE_PT: Final = 12.5
TEXT_PT: Final = 12
SMALL_PT: Final = 10.5

PAPER: Final = "#ffffff"
INK: Final = "#1f2a37"
QUIET_INK: Final = "#5b6675"
GRID: Final = "#e7eaef"
REFERENCE: Final = "#9aa4b2"
"""What something is compared with: a baseline, the diagonal."""
FAINT: Final = "#b9c9ea"

COLOURS: Final = ("#2f66d0", "#e07b2e", "#1f9d87", "#b5489b", "#8a6d1d", "#4a4fb3")
"""Told apart by people who see colours differently, and in grey."""
POSITIVE: Final = COLOURS[0]
NEGATIVE: Final = COLOURS[1]
SHADES: Final = ("#f6f8fc", "#9db9ec", "#2f66d0")
"""From none to all, of a matrix's cells."""
