#!/usr/bin/env bash
# Pulp's content app on a database of its own, in the environment ENV that the stage makes.
#   pulp.sh prepare ENV                                   the migrated database, once, as ENV/database.tar
#   pulp.sh serve ENV FOLDER PORT HUB FIELD SECRET        until it is ended; FIELD of the remote holds SECRET: hf_token, headers
# The Hub is http://127.0.0.1:HUB, and the distribution is /pulp/content/hf. No other host is asked: the plug-in asks
# huggingface.co for sizes itself, which a proxy that is not there keeps from it.
set -euo pipefail
what=$1 env=$2
server=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)
export HTTPS_PROXY=http://127.0.0.1:9 HTTP_PROXY=http://127.0.0.1:9 NO_PROXY=127.0.0.1,localhost

# PostgreSQL refuses to be root.
as_user() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

settings() {
  mkdir -p "$1/tmp" "$1/media"
  cat > "$1/settings.py" << SETTINGS
SECRET_KEY = "invented"
DEPLOY_ROOT = MEDIA_ROOT = "$1/media"
WORKING_DIRECTORY = FILE_UPLOAD_TEMP_DIR = "$1/tmp"
DB_ENCRYPTION_KEY = "$1/key"
CONTENT_ORIGIN = "http://127.0.0.1"
CACHE_ENABLED = False
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "pulp", "USER": "pulp", "HOST": "$1"}}
SETTINGS
  export PULP_SETTINGS=$1/settings.py
}

database() {
  as_user "$server/pg_ctl" -D "$1/data" -l "$1/tmp/log" -w -m immediate "$2" -o \
    "-c listen_addresses='' -c unix_socket_directories='$1' -c fsync=off -c full_page_writes=off -c synchronous_commit=off" > /dev/null
}

if [ "$what" = prepare ]; then
  [ ! -e "$env/database.tar" ] || exit 0
  folder=$(mktemp -d)
  chmod 777 "$folder"
  trap 'database "$folder" stop || true; rm -rf "$folder"' EXIT
  settings "$folder"
  chmod 777 "$folder/tmp"
  "$env/bin/python" -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())' > "$folder/key"
  as_user "$server/initdb" -D "$folder/data" -A trust -U pulp --no-sync > /dev/null
  database "$folder" start
  "$server/createdb" -h "$folder" -U pulp pulp
  "$env/bin/pulpcore-manager" migrate > /dev/null
  database "$folder" stop
  tar -C "$folder" -cf "$env/database.new" data key
  mv "$env/database.new" "$env/database.tar"
  trap 'rm -rf "$folder"' EXIT
  exit 0
fi

folder=$3 port=$4 hub=http://127.0.0.1:$5 field=$6 secret=$7
settings "$folder"
chmod 777 "$folder/tmp"
tar -C "$folder" -xpf "$env/database.tar"
app=''
trap '[ -z "$app" ] || kill "$app" 2> /dev/null; database "$folder" stop || true; exit 0' TERM INT EXIT
database "$folder" start
HUB=$hub FIELD=$field SECRET=$secret "$env/bin/pulpcore-manager" shell > /dev/null << 'MAKE'
import os
from pulp_hugging_face.app.models import HuggingFaceDistribution, HuggingFaceRemote
hub, field, secret = (os.environ[name] for name in ("HUB", "FIELD", "SECRET"))
value = secret if field == "hf_token" else [{"Authorization": f"Bearer {secret}"}]
remote = HuggingFaceRemote(name="hf", url=hub, hf_hub_url=hub, policy="on_demand", **{field: value})
remote.save()
HuggingFaceDistribution(name="hf", base_path="hf", remote=remote).save()
MAKE
"$env/bin/pulpcore-content" --bind "127.0.0.1:$port" --bind "[::1]:$port" --workers 1 > "$folder/tmp/content" 2>&1 &
app=$!
wait "$app"
