"""Ruby semantics that show in output: text, order, time, file name patterns, URLs."""
