#!/usr/bin/env bash
# Surprise: dash and busybox, /bin/sh on Debian, Ubuntu and Alpine, take every variable whose name holds a hyphen out of the
# environment of the programs that they start. GitHub hands an action its inputs as `INPUT_ON-DENIED`, with the hyphen. So an action that
# is started through `sh -c`, an npm script or a container's `#!/bin/sh` entry point sees its defaults, and no error.
#
# Software: dash 0.5.12-2, mksh 59c-28+deb12u1, busybox 1.35.0-4+deb12u1+b1 of Debian 12; the machine's bash (5.2.15).
# Guess beforehand: a shell hands on what it cannot name itself, as bash does.
# Seen: dash, mksh and busybox drop INPUT_ON-DENIED and keep INPUT_TOKEN; bash keeps both.
#
# Who meets it: whoever runs an action with inputs such as `on-denied: fail` from a container or a script, or tries it with
# `INPUT_ON-DENIED=fail npm run …`: a policy that was asked for is not the one in force.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with dash=0.5.12-2 mksh=59c-28+deb12u1 busybox=1:1.35.0-4+deb12u1+b1

# kept SHELL...: the inputs that a program started by this shell sees.
kept() {
  alone INPUT_ON-DENIED=fail INPUT_TOKEN=invented "$@" -c /usr/bin/env | grep ^INPUT_ | sort | tr '\n' ' '
}

dash=$(kept "$work/root/bin/dash")
mksh=$(kept "$work/root/bin/mksh")
bash=$(kept /bin/bash)
busybox=$(kept "$work/root/bin/busybox" sh)
printf '%s\n' "dash:    $dash" "mksh:    $mksh" "bash:    $bash" "busybox: $busybox"
[ "$dash" = 'INPUT_TOKEN=invented ' ] || fail dash
[ "$mksh" = 'INPUT_TOKEN=invented ' ] || fail mksh
[ "$bash" = 'INPUT_ON-DENIED=fail INPUT_TOKEN=invented ' ] || fail bash
[ "$busybox" = 'INPUT_TOKEN=invented ' ] || fail busybox
echo 'still so'
