"""Site to output: the renderer, the converters, the payload."""
