"""An archive written anew with some of its members replaced, all others byte for byte."""

import io
import zipfile
from collections.abc import Mapping


def repacked(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The ZIP archive *data* with *members* replaced, or added at its end."""
    new = dict(members)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for info in before.infolist():
            content = new.pop(info.filename, None)
            if content is None:
                content = before.read(info)
            after.writestr(info, content, compress_type=info.compress_type)
        for name, content in new.items():
            after.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
