/**
 * What lets somebody into a class: the code, PINs, drawn words, public keys, and how often a wrong one may be tried.
 *
 * <p>Sees {@code room.name} and {@code math}. Only salted hashes of secrets are kept. Start reading at {@link
 * dev.nabla.room.account.Account}.
 */
package dev.nabla.room.account;
