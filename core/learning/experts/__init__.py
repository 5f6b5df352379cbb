"""What can answer for a task, all behind one interface."""
