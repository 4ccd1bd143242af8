/* Becomes the Python in the bundle, which runs Briefing: one process, so that what the system opens arrives there. */
#include <libgen.h>
#include <limits.h>
#include <mach-o/dyld.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **given)
{
    char here[PATH_MAX], real[PATH_MAX], python[PATH_MAX];
    uint32_t size = sizeof(here);
    if (_NSGetExecutablePath(here, &size) != 0 || !realpath(here, real))
        return 1;
    snprintf(python, sizeof(python), "%s/../Resources/python/bin/python3.13", dirname(real));
    char **all = calloc((size_t)count + 4, sizeof(char *));
    if (!all)
        return 1;
    int at = 0;
    all[at++] = python;
    all[at++] = "-I";
    all[at++] = "-m";
    all[at++] = "briefing";
    for (int i = 1; i < count; i++)
        all[at++] = given[i];
    execv(python, all);
    perror(python);
    return 1;
}
