#!/usr/bin/env bash
# Runs the tests with whoosh3, the fork that is still worked on, in place of Whoosh:
#
#     bash tests/whoosh3.sh [arguments of pytest]
#
# Both install the same folder, so whoosh3 has an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${WHOOSH3_ENVIRONMENT:-.venv-whoosh3}
if [ ! -x "$environment/bin/pytest" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet -e '.[test]'
  "$environment/bin/pip" uninstall --quiet --yes whoosh
  "$environment/bin/pip" install --quiet whoosh3
fi
exec "$environment/bin/pytest" "$@"
