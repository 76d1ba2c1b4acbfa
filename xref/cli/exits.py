"""Exit codes: what a shell or a hook learns from a run."""

DONE, FLAGGED, COULD_NOT = 0, 1, 2
