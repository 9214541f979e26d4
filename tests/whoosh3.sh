#!/usr/bin/env bash
# Runs the tests with whoosh3, the fork that is still worked on, in place of Whoosh:
#
#     bash tests/whoosh3.sh [arguments of pytest]
#
# Both install the same folder, so whoosh3 lies beside the environment's packages and goes first.
set -euo pipefail
cd "$(dirname "$0")/.."

environment=${VIRTUAL_ENV:-.venv}
folder=$environment/whoosh3
if [ ! -d "$folder/whoosh" ]; then
  "$environment/bin/pip" install --quiet --no-deps --target "$folder" whoosh3
fi
PYTHONPATH=$folder exec "$environment/bin/python" -m pytest "$@"
