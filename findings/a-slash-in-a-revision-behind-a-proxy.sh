#!/usr/bin/env bash
# Surprise: in front of a Hub, four of six usual set-ups change `revision/refs%2Fpr%2F1`, which all clients send for a pull request: lighttpd, and nginx
# with a slash behind `proxy_pass`, hand on `revision/refs/pr/1`; Apache says 404 without asking anybody; and with AllowEncodedSlashes
# Apache hands it on and undoes an encoded percent sign in another name. nginx without that slash and caddy change nothing.
#
# Software: nginx 1.22.1, Apache 2.4, lighttpd 1.4.69 and caddy 2.6.2 of Debian 12.
# Guess beforehand: nginx with the slash and Apache are known for it; lighttpd and caddy hand on what they get.
# Seen: as above. `fix%2312` arrives as it is in all.
#
# Who meets it: mirrors below one's own name. main and tags work, and every pull request and branch with a slash "does not exist", or is a
# file's path of another branch.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

debian_with 'nginx=1.22.1-*' 'apache2-bin=2.4.*' 'libapr1=1.7.*' 'libaprutil1=1.6.*' 'lighttpd=1.4.69-*' 'caddy=2.6.2-*' liblua5.3-0 liblua5.4-0
root=$work/root
cat > "$work/server.py" << 'PY'
from serving import Handler, note, serve

class Hub(Handler):
    def do_GET(self):
        note(self.path)
        self.answer(200, {})

serve(Hub)
PY
serve "$work/server.py"

# The ports are free when they are chosen.
read -r nginx nginx_slash apache apache_slashes lighttpd caddy < <(python3 - << 'PY'
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(6)]
print(*(one.getsockname()[1] for one in sockets))
PY
)
cd "$work"
mkdir nginx apache
cat > nginx/nginx.conf << CONF
daemon off; pid $work/nginx/pid; error_log $work/nginx/log; events {}
http {
  access_log off; client_body_temp_path $work/nginx/1; proxy_temp_path $work/nginx/2; fastcgi_temp_path $work/nginx/3;
  uwsgi_temp_path $work/nginx/4; scgi_temp_path $work/nginx/5;
  server { listen 127.0.0.1:$nginx; location / { proxy_pass $hub; } }
  server { listen 127.0.0.1:$nginx_slash; location / { proxy_pass $hub/; } }
}
CONF
modules=$root/usr/lib/apache2/modules
cat > apache/apache.conf << CONF
ServerRoot $work/apache
ServerName mirror.example
PidFile $work/apache/pid
ErrorLog $work/apache/log
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule proxy_module $modules/mod_proxy.so
LoadModule proxy_http_module $modules/mod_proxy_http.so
Listen 127.0.0.1:$apache
Listen 127.0.0.1:$apache_slashes
ProxyPass / $hub/
<VirtualHost 127.0.0.1:$apache_slashes>
  AllowEncodedSlashes NoDecode
  ProxyPass / $hub/
</VirtualHost>
CONF
cat > lighttpd.conf << CONF
server.document-root = "$work"
server.bind = "127.0.0.1"
server.port = $lighttpd
server.modules = ("mod_proxy")
proxy.server = ("" => (("host" => "127.0.0.1", "port" => $port)))
CONF
printf '{\n\tadmin off\n}\nhttp://:%s {\n\treverse_proxy 127.0.0.1:%s\n}\n' "$caddy" "$port" > Caddyfile

# start NAME PROGRAM...: in the background, until the script ends.
start() {
  alone "LD_LIBRARY_PATH=$(echo "$root"/usr/lib/*-linux-gnu)" "${@:2}" > "$work/$1.log" 2>&1 &
  servers+=($!)
}
start nginx "$root/usr/sbin/nginx" -p "$work/nginx" -c "$work/nginx/nginx.conf"
start apache "$root/usr/sbin/apache2" -X -f "$work/apache/apache.conf"
start lighttpd "$root/usr/sbin/lighttpd" -D -f "$work/lighttpd.conf" -m "$(find "$root/usr/lib" -type d -name lighttpd)"
start caddy "$root/usr/bin/caddy" run --config "$work/Caddyfile" --adapter caddyfile

# arrives PORT PATH: the path that the Hub is asked for, or the status of a server that does not ask.
arrives() {
  rm -f "$work/seen"
  local status
  status=$(curl -s -o "$work/out" -w '%{http_code}' --retry 30 --retry-connrefused --retry-delay 1 "http://127.0.0.1:$1$2") || { cat "$work"/*.log "$work"/*/log; exit 2; }
  if [ -e "$work/seen" ]; then cat "$work/seen"; else echo "$status"; fi
}
for server in nginx nginx_slash apache apache_slashes lighttpd caddy; do
  got="$(arrives ${!server} /revision/refs%2Fpr%2F1) $(arrives ${!server} /revision/fix%2312) $(arrives ${!server} /resolve/main/a%252Fb)"
  printf '%-15s %s\n' $server "$got"
  case $server in
    nginx | caddy) wanted='/revision/refs%2Fpr%2F1 /revision/fix%2312 /resolve/main/a%252Fb' ;;
    nginx_slash | lighttpd) wanted='/revision/refs/pr/1 /revision/fix%2312 /resolve/main/a%252Fb' ;;
    apache) wanted='404 /revision/fix%2312 /resolve/main/a%252Fb' ;;
    apache_slashes) wanted='/revision/refs%2Fpr%2F1 /revision/fix%2312 /resolve/main/a%2Fb' ;;
  esac
  [ "$got" = "$wanted" ] || fail $server
done
echo 'still so'
