"""The few shapes of protocol buffers that the embedded Sass protocol needs: numbers, and byte strings of known length."""

from __future__ import annotations

from collections.abc import Callable

Fields = dict[int, list[int | bytes]]


def number(value: int) -> bytes:
    """Encode a number, seven bits a byte, lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def encode(*fields: tuple[int, str | bytes | int | bool]) -> bytes:
    """Encode a message from (field number, value) pairs, leaving out what is zero, false or empty, the defaults."""
    return b"".join(_field(field, value) for field, value in fields if value)


def _field(field: int, value: str | bytes | int | bool) -> bytes:
    if isinstance(value, int):
        return number(field << 3) + number(int(value))
    content = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    return number(field << 3 | 2) + number(len(content)) + content


def decode(message: bytes) -> Fields:
    """Decode a message into the values of each field."""
    fields: Fields = {}
    position = 0
    while position < len(message):
        key, position = _number_at(message, position)
        value, position = _number_at(message, position)
        values = fields.setdefault(key >> 3, [])
        if key & 7 == 2:
            values.append(message[position : position + value])
            position += value
        else:
            values.append(value)
    return fields


def _number_at(message: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 127) << shift
        position, shift = position + 1, shift + 7
        if byte < 128:
            return value, position


def read_number(read: Callable[[int], bytes]) -> int:
    """Read a number from a stream. Raises EOFError at its end."""
    value = shift = 0
    while byte := read(1):
        value |= (byte[0] & 127) << shift
        shift += 7
        if byte[0] < 128:
            return value
    raise EOFError


def text(fields: Fields, field: int) -> str:
    """Return a field as text, "" where it is absent."""
    value = fields.get(field, [b""])[-1]
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def inner(fields: Fields, field: int) -> Fields:
    """Return a field as the message it holds, empty where it is absent."""
    value = fields.get(field, [b""])[-1]
    return decode(value) if isinstance(value, bytes) else {}


def integer(fields: Fields, field: int) -> int:
    """Return a field as a number, 0 where it is absent."""
    value = fields.get(field, [0])[-1]
    return value if isinstance(value, int) else 0
