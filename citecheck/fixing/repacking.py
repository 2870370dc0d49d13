"""An archive written anew with some of its members replaced, all others byte for byte."""

import io
import struct
import zipfile
from collections.abc import Mapping
from copy import copy

_NAMES = 26
"""Where a member's header tells the lengths of what stands before its data: APPNOTE.TXT, 4.3.7."""
_HEADER = 30
_SIZES_BEHIND = 0x08
"""The flag of members whose sizes stand behind their data."""


def repacked(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The ZIP archive *data* with *members* replaced, or added at its end.

    The others are not unpacked: whatever they hold, it costs nothing and stays as it is.
    """
    if not members:
        return data
    new = dict(members)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for info in {info.filename: info for info in before.infolist()}.values():
            content = new.pop(info.filename, None)
            if content is None:
                _copy(data, info, after, out)
            else:
                after.writestr(_fresh(info), content, compress_type=info.compress_type)
        for name, content in new.items():
            after.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _fresh(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """What *info* says of a member but for its data."""
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.external_attr = info.external_attr
    return made


def _copy(data: bytes, info: zipfile.ZipInfo, after: zipfile.ZipFile, out: io.BytesIO) -> None:
    """Append a member of the archive *data* as it is packed."""
    lengths = struct.unpack_from("<HH", data, info.header_offset + _NAMES)
    start = info.header_offset + _HEADER + sum(lengths)
    made = copy(info)
    made.flag_bits &= ~_SIZES_BEHIND
    made.header_offset = after.start_dir
    out.seek(after.start_dir)
    out.write(made.FileHeader())
    out.write(data[start : start + info.compress_size])
    after.filelist.append(made)
    after.NameToInfo[made.filename] = made
    after.start_dir = out.tell()
