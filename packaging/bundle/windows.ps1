# NOT TRIED: there was no Windows where this was written.
# An installer (.msi) of the built folder, with WiX 5 (`dotnet tool install --global wix --version 5.*`):
#     python packaging\bootstrap.py bundle
#     powershell -File packaging\bundle\windows.ps1
# Sign dist\audioclf-gui\*.exe before and the .msi after, or Windows warns of an unknown publisher.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$version = (& dist\audioclf-gui\audioclf.exe --version).Split(" ")[1]
wix build packaging\bundle\windows.wxs -arch x64 -d "Version=$version" -o "dist\audioclf-gui-$version.msi"
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
