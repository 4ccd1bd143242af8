# Installs the set-up in dist/ as a user would, starts Briefing, exports a brief, removes it; the library has to stay.
$ErrorActionPreference = 'Stop'
function Check($holds, $told) { if (-not $holds) { throw $told } ; Write-Host "ok: $told" }
$setup = Get-Item dist/Briefing-*-Setup.exe
$home_ = "$env:LOCALAPPDATA\Programs\Briefing"
$took = Measure-Command { Start-Process -Wait $setup -ArgumentList '/S' }
Check (Test-Path "$home_\briefing.exe") "installed in $([int]$took.TotalSeconds) s"
$told = & "$home_\briefing.com" --version
Check ($told -like 'briefing *') "a console is told the version: $told"
$sample = Get-Item seeds/000_6061f54d4d0eabfe.txt
& "$home_\briefing.com" export $sample -o "$env:TEMP\brief.pdf"
Check ((Get-Item "$env:TEMP\brief.pdf").Length -gt 10000) 'a brief was exported'
$took = Measure-Command { & "$home_\briefing.com" --exit-after-start }
Check ($LASTEXITCODE -eq 0) "the window was ready in $([int]$took.TotalMilliseconds) ms"
$class = Get-ItemProperty 'HKCU:\Software\Classes\.briefing'
Check ($class.'(default)' -eq 'Briefing.Library') 'libraries open in it'
Start-Process "$home_\briefing.exe" $sample
for ($i = 0; $i -lt 240 -and -not (Get-Process pythonw -ErrorAction SilentlyContinue | Where-Object MainWindowTitle); $i++) { Start-Sleep -Milliseconds 250 }
$shown = Get-Process pythonw | Where-Object MainWindowTitle
Check ($shown) "a window came: $($shown.MainWindowTitle)"
$shown | ForEach-Object { $_.CloseMainWindow() | Out-Null; $_.WaitForExit(30000) | Out-Null }
$library = "$env:LOCALAPPDATA\Briefing\library.sqlite"
Check (Test-Path $library) 'there is a library'
Start-Process -Wait "$home_\uninstall.exe" -ArgumentList '/S', "_?=$home_"
Check (-not (Test-Path "$home_\Lib")) 'removed'
Check (Test-Path $library) 'the library is still there'
