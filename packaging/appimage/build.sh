#!/bin/sh
# Makes an AppImage of the folder that `build.py folder` made; APPIMAGETOOL names the tool.
# usage: packaging/appimage/build.sh build/briefing-VERSION-linux-x86_64 dist/Briefing-VERSION-x86_64.AppImage
set -eu
folder=$1 image=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cp -a "$folder" "$root/AppDir"
cp "$folder/desktop/applications/org.briefing.Briefing.desktop" "$root/AppDir/"
sed -i -e 's|^Exec=.*|Exec=briefing %U|' -e '/^TryExec=/d' "$root/AppDir/org.briefing.Briefing.desktop"
cp "$folder/desktop/icons/hicolor/256x256/apps/org.briefing.Briefing.png" "$root/AppDir/"
mkdir -p "$root/AppDir/usr/share"
cp -a "$folder/desktop/metainfo" "$root/AppDir/usr/share/"
ln -s bin/briefing "$root/AppDir/AppRun"
ARCH=x86_64 "${APPIMAGETOOL:-appimagetool}" "$root/AppDir" "$image"
