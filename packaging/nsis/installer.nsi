; The set-up for Windows: for one user, without an administrator. Filled in and run by packaging/windows_setup.py.
Unicode true
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32

!include MUI2.nsh
!include FileFunc.nsh

!define ID "org.briefing.Briefing"
!define CLASSES "Software\Classes"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Briefing"

Name "Briefing"
OutFile "@OUT@"
; Fixed, so that removal can never meet a folder of somebody else. The library lies elsewhere.
InstallDir "$LOCALAPPDATA\Programs\Briefing"
BrandingText "Briefing @VERSION@"
VIProductVersion "@QUAD@"
VIAddVersionKey ProductName "Briefing"
VIAddVersionKey ProductVersion "@VERSION@"
VIAddVersionKey FileVersion "@VERSION@"
VIAddVersionKey FileDescription "Briefing set-up"
VIAddVersionKey CompanyName "The Briefing authors"
VIAddVersionKey LegalCopyright "MIT licence"

!define MUI_ICON "@ICON@"
!define MUI_UNICON "@ICON@"
!define MUI_FINISHPAGE_RUN "$INSTDIR\briefing.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
LangString IN_USE ${LANG_ENGLISH} "Briefing is open. Close its windows, then try again."
LangString IN_USE ${LANG_GERMAN} "Briefing ist geöffnet. Schließen Sie die Fenster und versuchen Sie es noch einmal."
LangString PREPARING ${LANG_ENGLISH} "Preparing a quick start"
LangString PREPARING ${LANG_GERMAN} "Ein schneller Start wird vorbereitet"

!macro MAKE_ROOM UN
Function ${UN}makeRoom
  ; What runs cannot be deleted: then nothing at all is changed.
  again:
    IfFileExists "$INSTDIR\pythonw.exe" 0 free
    ClearErrors
    Delete "$INSTDIR\pythonw.exe"
    IfErrors 0 gone
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  gone:
    RMDir /r "$INSTDIR\Lib"
    Delete "$INSTDIR\*.*"
  free:
FunctionEnd
!macroend
!insertmacro MAKE_ROOM ""
!insertmacro MAKE_ROOM "un."

Section
  SetShellVarContext current
  Call makeRoom
  SetOutPath "$INSTDIR"
  File /r "@FOLDER@/*"
  DetailPrint "$(PREPARING)"
  nsExec::Exec '"$INSTDIR\python.exe" -m compileall -q -j 0 --invalidation-mode unchecked-hash "$INSTDIR\Lib"'
  Pop $0
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Briefing.lnk" "$INSTDIR\briefing.exe" "" "$INSTDIR\briefing.exe" 0

  ; A library is ours; for all other files Briefing is one of several choices.
  WriteRegStr HKCU "${CLASSES}\Briefing.Library" "" "Briefing library"
  WriteRegStr HKCU "${CLASSES}\Briefing.Library\DefaultIcon" "" "$INSTDIR\briefing.exe,0"
  WriteRegStr HKCU "${CLASSES}\Briefing.Library\shell\open\command" "" '"$INSTDIR\briefing.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.@OWN@" "" "Briefing.Library"
  WriteRegStr HKCU "${CLASSES}\Briefing.Article" "" "Article"
  WriteRegStr HKCU "${CLASSES}\Briefing.Article\DefaultIcon" "" "$INSTDIR\briefing.exe,0"
  WriteRegStr HKCU "${CLASSES}\Briefing.Article\shell\open\command" "" '"$INSTDIR\briefing.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\briefing.exe" "FriendlyAppName" "Briefing"
  WriteRegStr HKCU "${CLASSES}\Applications\briefing.exe\shell\open\command" "" '"$INSTDIR\briefing.exe" "%1"'
@OFFER@
  WriteRegStr HKCU "${CLASSES}\@SCHEME@" "" "URL:Briefing"
  WriteRegStr HKCU "${CLASSES}\@SCHEME@" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\@SCHEME@\shell\open\command" "" '"$INSTDIR\briefing.exe" "%1"'
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\briefing.exe" "" "$INSTDIR\briefing.exe"

  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Briefing"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\briefing.exe"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "The Briefing authors"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" @KILOBYTES@
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  SetShellVarContext current
  Call un.makeRoom
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Briefing.lnk"
  DeleteRegKey HKCU "${CLASSES}\Briefing.Library"
  DeleteRegKey HKCU "${CLASSES}\Briefing.Article"
  DeleteRegKey HKCU "${CLASSES}\Applications\briefing.exe"
  DeleteRegKey HKCU "${CLASSES}\.@OWN@"
@TAKE_BACK@
  DeleteRegKey HKCU "${CLASSES}\@SCHEME@"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\briefing.exe"
  DeleteRegKey HKCU "${REMOVAL}"
  ${RefreshShellIcons}
SectionEnd
