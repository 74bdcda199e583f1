"""Disk to site: everything that reads the source tree."""
