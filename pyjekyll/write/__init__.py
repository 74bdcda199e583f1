"""Output to disk: only bytes that differ, atomically; and the removal of what is obsolete."""
