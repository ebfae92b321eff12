#!/bin/sh
# Starts the browser of the container image. Its sandbox needs user namespaces, which container runtimes refuse by
# default; where they do, the container itself is the sandbox. /dev/shm is too small there for large slides.
if ! unshare --user true 2> /dev/null; then set -- --no-sandbox "$@"; fi
exec chromium-headless-shell --disable-dev-shm-usage "$@"
