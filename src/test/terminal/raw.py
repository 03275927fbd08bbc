"""A client that is none of OpenSSH's and does what that would not: asks for the login anew before each try, opens hundreds of channels.

Usage: /usr/bin/python3 raw.py PORT NAME KEY         of a student; needs Debian's python3-paramiko; prints what it saw in JSON
       /usr/bin/python3 raw.py PORT NAME KEY COUNT   as many come, eight at once, and drop the connection on their way in
"""

import collections
import concurrent.futures
import json
import logging
import socket
import sys
import time

import paramiko

TRIES = 60
CHANNELS = 300


def connect():
    transport = paramiko.Transport(("127.0.0.1", int(sys.argv[1])))
    transport.start_client(timeout=20)
    return transport


def tries():
    """Each sends SERVICE_REQUEST, by which a server may begin to count anew."""
    transport, asked = connect(), []
    try:
        for _ in range(TRIES):
            try:
                transport.auth_interactive("bob", lambda *_: asked.append(1) or ["no", "0000"])
            except paramiko.AuthenticationException:
                if not transport.is_active():
                    break
    except (paramiko.SSHException, EOFError):
        pass  # the end
    return len(asked)


def channels():
    transport, opened = connect(), []
    transport.auth_publickey(sys.argv[2], paramiko.Ed25519Key.from_private_key_file(sys.argv[3]))
    begun = time.monotonic()
    for _ in range(CHANNELS):
        try:
            opened.append(transport.open_session(timeout=20))
        except paramiko.ChannelException:
            pass  # refused
    seconds = time.monotonic() - begun
    opened[0].exec_command("solve softmax")
    return len(opened), opened[0].recv_exit_status(), seconds


def turns_back(number):
    """Where it did."""
    if number % 5 == 0:
        with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as plain:
            plain.sendall(b"SSH-2.0-half")
        return "said half a word"
    transport = connect()
    try:
        if number % 5 == 1:
            return "exchanged keys"
        if number % 5 == 2:
            transport.auth_interactive("bob", lambda *_: ["no", "0000"])
        transport.auth_publickey(sys.argv[2], paramiko.Ed25519Key.from_private_key_file(sys.argv[3]))
        if number % 5 == 3:
            return "logged in"
        channel = transport.open_session(timeout=20)
        channel.get_pty("xterm-256color")
        channel.invoke_shell()
        channel.recv(1)
        return "had a picture"
    except (paramiko.SSHException, EOFError):
        return "was wrong" if number % 5 == 2 else "refused"
    finally:
        transport.sock.close()


logging.disable()
if len(sys.argv) > 4:
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        print(json.dumps(collections.Counter(pool.map(turns_back, range(int(sys.argv[4]))))))
    sys.exit()
asked = tries()
opened, answered, seconds = channels()
print(json.dumps({"asked": asked, "opened": opened, "answered": answered, "seconds": seconds}))
