#!/usr/bin/env bash
# NOT TRIED: appimagetool could not be had where this was written.
# An AppImage of the built folder: one file that runs where Debian's packages do not fit.
#     python3 packaging/bootstrap.py bundle --no-deb && bash packaging/bundle/appimage.sh
# It needs appimagetool on PATH, and runs on systems whose C library is not older than the building one's.
set -euo pipefail
cd "$(dirname "$0")/../.."
tree=build/bundle/audioclf-gui.AppDir
rm -rf "$tree"
mkdir -p "$tree/usr/lib" "$tree/usr/share/mime/packages"
cp -al dist/audioclf-gui "$tree/usr/lib/audioclf-gui"
cp resources/audioclf-gui.desktop "$tree/"
cp resources/audioclf-gui.xml "$tree/usr/share/mime/packages/"
cp resources/icons/audioclf.svg "$tree/audioclf-gui.svg"
cat > "$tree/AppRun" <<'RUN'
#!/bin/sh
# `audioclf-gui.AppImage audioclf COMMAND …` is the command line, everything else the window
programs="$(dirname "$(readlink -f "$0")")/usr/lib/audioclf-gui"
if [ "${1:-}" = audioclf ]; then shift; exec "$programs/audioclf" "$@"; fi
exec "$programs/audioclf-gui" "$@"
RUN
chmod 755 "$tree/AppRun"
appimagetool "$tree" "dist/audioclf-gui-$(uname -m).AppImage"
