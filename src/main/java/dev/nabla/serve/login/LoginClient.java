package dev.nabla.serve.login;

/** A connection that logs in. Two values are equal if they are the same connection. */
interface LoginClient {
    /** Returns the network address of the client. */
    String address();

    /** Returns whether the client still waits for an answer. */
    boolean isConnected();
}
