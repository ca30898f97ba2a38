# A MariaDB server that lives as long as the standard input of this script stays open: sh mariadb.sh FOLDER SERVER INSTALL PORT
set -e
folder=$1 server=$2 install=$3 port=$4
trap : INT TERM HUP
# Whoever started us may be gone before there is anything to say.
trap '' PIPE
fail() {
    cat "$folder/server.log"
    rm -rf "$folder"
    exit 1
}
# The server says when it is ready, and nothing has to be asked again and again.
start() {
    rm -f "$folder/said"
    mkfifo "$folder/said"
    # The server must not hold our standard output open: whoever started us waits for its end.
    "$server" --defaults-file="$folder/my.cnf" --port="$port" < /dev/null > "$folder/said" 2>&1 &
    pid=$!
    exec 3< "$folder/said"
    ready=no
    while read -r line <&3; do
        printf '%s\n' "$line" >> "$folder/server.log"
        case $line in *"ready for connections"*) ready=yes; break ;; esac
    done
    [ "$ready" = yes ] || fail
    cat <&3 >> "$folder/server.log" &
    exec 3<&-
}
stop() {
    kill -KILL "$pid" 2> /dev/null || :
    wait "$pid" 2> /dev/null || :
}
"$install" --defaults-file="$folder/my.cnf" --auth-root-authentication-method=normal --skip-test-db > "$folder/server.log" 2>&1 || fail
start
echo ready 2> /dev/null || :
while read -r command; do
    case $command in
        crash) stop ;;
        start) start ;;
    esac
    echo done 2> /dev/null || :
done
stop
rm -rf "$folder"
