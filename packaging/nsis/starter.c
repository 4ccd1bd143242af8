/* Starts Briefing with the Python beside it. Built twice: briefing.exe has no console, briefing.com is for one. */
#ifndef UNICODE
#define UNICODE
#endif
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

/* What follows the program's own name on the command line, as it was typed. */
static const wchar_t *arguments(void)
{
    const wchar_t *at = GetCommandLineW();
    int quoted = 0;
    while (*at && (quoted || (*at != L' ' && *at != L'\t'))) {
        if (*at == L'"')
            quoted = !quoted;
        at++;
    }
    while (*at == L' ' || *at == L'\t')
        at++;
    return at;
}

static int start(const wchar_t *python, int wait)
{
    static wchar_t folder[32768];
    DWORD length = GetModuleFileNameW(NULL, folder, 32768);
    if (length == 0 || length >= 32768)
        return 1;
    wchar_t *end = wcsrchr(folder, L'\\');
    if (!end)
        return 1;
    *end = 0;
    const wchar_t *rest = arguments();
    size_t size = 2 * wcslen(folder) + wcslen(python) + wcslen(rest) + 64;
    wchar_t *program = calloc(size, sizeof(wchar_t));
    wchar_t *line = calloc(size, sizeof(wchar_t));
    if (!program || !line)
        return 1;
    _snwprintf(program, size - 1, L"%ls\\%ls", folder, python);
    _snwprintf(line, size - 1, L"\"%ls\" -m briefing %ls", program, rest);
    STARTUPINFOW how = {.cb = sizeof(how)};
    PROCESS_INFORMATION made;
    if (!CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &made)) {
        MessageBoxW(NULL, L"Briefing could not be started. Install it anew; your library is not touched by that.",
                    L"Briefing", MB_ICONERROR);
        return 1;
    }
    /* The window may come to the front, as it is the one that was asked for. */
    AllowSetForegroundWindow(made.dwProcessId);
    DWORD code = 0;
    if (wait) {
        SetConsoleCtrlHandler(NULL, TRUE);
        WaitForSingleObject(made.hProcess, INFINITE);
        GetExitCodeProcess(made.hProcess, &code);
    }
    return (int)code;
}

#ifdef CONSOLE
int main(void)
{
    return start(L"python.exe", 1);
}
#else
int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(L"pythonw.exe", 0);
}
#endif
