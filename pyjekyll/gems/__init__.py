"""Ruby gems without Ruby, as far as a theme needs them: versions, specifications, files on disk, a source's index."""
