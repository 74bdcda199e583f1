"""CUDA: C++ with more words."""

from __future__ import annotations

from pyjekyll.highlight.engine import words
from pyjekyll.highlight.lexers.cpp import Cpp

_VECTORS = words("char uchar short ushort int uint long ulong longlong ulonglong float double")


class Cuda(Cpp):
    """Lex CUDA."""

    tag = "cuda"
    keywords = Cpp.keywords | words("""
        __global__ __device__ __host__ __noinline__ __forceinline__ __constant__ __shared__ __managed__ __restrict__
    """)
    types = Cpp.types | {"dim3"} | {f"{name}{size}" for name in _VECTORS for size in range(1, 5)}
