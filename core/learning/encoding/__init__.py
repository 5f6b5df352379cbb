"""From field values to columns of numbers."""
