#!/usr/bin/env bash
# NOT TRIED: there was no Mac where this was written.
# audioclf-gui.app, signed where an identity is named, and a disk image of it:
#     python3 packaging/bootstrap.py bundle --no-try
#     SIGN_AS="Developer ID Application: …" bash packaging/bundle/macos.sh
# The Info.plist, with what is said when the microphone is asked for, is written by audioclf.spec. Without a
# signature and notarisation (`xcrun notarytool submit --wait`, `xcrun stapler staple`) macOS refuses to open it
# for anybody but who built it.
set -euo pipefail
cd "$(dirname "$0")/../.."
app=dist/audioclf-gui.app
plutil -extract NSMicrophoneUsageDescription raw "$app/Contents/Info.plist"
if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$SIGN_AS" \
        --entitlements packaging/bundle/macos.entitlements "$app"
fi
"$app/Contents/MacOS/audioclf-gui" doctor
hdiutil create -volname audioclf-gui -srcfolder "$app" -ov -format UDZO "dist/audioclf-gui-$(uname -m).dmg"
