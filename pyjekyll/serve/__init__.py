"""Watching and serving."""
