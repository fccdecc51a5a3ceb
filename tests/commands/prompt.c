/* Runs commands as the prompt of cmd does, under Windows or Wine, and types what they prompt for.

       prompt.exe cases.bin

   The file contains texts that each end with a zero byte, three per case: the command, what is typed when standard input
   is read, and what is typed at the console. All of it is ASCII. The command goes to `cmd /d /s /c` as it is: a Unix
   program that starts Wine could not do that, because Wine puts its own backslashes before quotes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static void type_keys(const char *text)
{
    HANDLE console = CreateFileA("CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                                 OPEN_EXISTING, 0, NULL);
    if (console == INVALID_HANDLE_VALUE) { fprintf(stderr, "there is no console\n"); exit(3); }
    FlushConsoleInputBuffer(console);
    for (const char *letter = text; ; letter++) {
        INPUT_RECORD key = {0};
        DWORD written;
        key.EventType = KEY_EVENT;
        key.Event.KeyEvent.bKeyDown = TRUE;
        key.Event.KeyEvent.wRepeatCount = 1;
        key.Event.KeyEvent.uChar.UnicodeChar = *letter ? (WCHAR)*letter : L'\r';
        if (!*letter) key.Event.KeyEvent.wVirtualKeyCode = VK_RETURN;
        WriteConsoleInputW(console, &key, 1, &written);
        if (!*letter) break;
    }
    CloseHandle(console);
}

static DWORD run(const char *command, const char *input)
{
    static char line[40000];
    SECURITY_ATTRIBUTES inherited = { sizeof inherited, NULL, TRUE };
    HANDLE ours, theirs;
    DWORD written, status;
    STARTUPINFOA start = { sizeof start };
    PROCESS_INFORMATION process;
    CreatePipe(&theirs, &ours, &inherited, 65536);
    SetHandleInformation(ours, HANDLE_FLAG_INHERIT, 0);
    WriteFile(ours, input, (DWORD)strlen(input), &written, NULL);
    WriteFile(ours, "\r\n", 2, &written, NULL);
    CloseHandle(ours);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = theirs;
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    snprintf(line, sizeof line, "cmd.exe /d /s /c \"%s\"", command);
    if (!CreateProcessA(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) return 999;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    CloseHandle(process.hProcess);
    CloseHandle(process.hThread);
    CloseHandle(theirs);
    return status;
}

int main(int count, char **arguments)
{
    FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
    static char all[16 << 20];
    size_t length = file ? fread(all, 1, sizeof all - 1, file) : 0;
    for (char *at = all; at < all + length; ) {
        char *command = at, *input = command + strlen(command) + 1, *keys = input + strlen(input) + 1;
        at = keys + strlen(keys) + 1;
        if (*keys) type_keys(keys);
        printf("status %lu\n", run(command, input));
        fflush(stdout);
    }
    return 0;
}
